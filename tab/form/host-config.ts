import { HostConfig } from 'adaptivecards';

const colour = (token: string) => ({ default: `var(--${token})`, subtle: 'var(--colorNeutralForeground3)' });
const foregroundColors = {
  default: colour('colorNeutralForeground1'),
  dark: colour('colorNeutralForeground1'),
  light: colour('colorNeutralForeground3'),
  accent: colour('colorBrandForeground1'),
  good: colour('colorStatusSuccessForeground1'),
  warning: colour('colorStatusWarningForeground1'),
  attention: colour('colorStatusDangerForeground1'),
};
const plain = { backgroundColor: 'transparent', foregroundColors };

/** Fluent's measures and tokens: the card follows the theme without being drawn again. */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 4, default: 16, medium: 20, large: 24, extraLarge: 32, padding: 0 },
  textBlock: { headingLevel: 1 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', size: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', color: 'default', size: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
  containerStyles: { default: plain, emphasis: plain, good: plain, attention: plain, warning: plain, accent: plain },
});
