import { HostConfig } from 'adaptivecards';

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });

const foreground = {
  default: colour('card-text'),
  dark: colour('card-text'),
  light: colour('card-muted'),
  accent: colour('card-accent'),
  good: colour('card-good'),
  warning: colour('card-warning'),
  attention: colour('card-attention'),
};
const style = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors: foreground });

/** Teams' measures. The colours are the page's own variables, so a card follows the theme without being drawn again. */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'var(--font)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--stroke)' },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: {
    title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { color: 'default', size: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    // A gap of the style sheet's, which a line that wraps does not begin with.
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    preExpandSingleShowCardAction: false,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', size: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', color: 'default', size: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
  containerStyles: {
    default: style('card'),
    emphasis: style('card-emphasis'),
    good: style('card-good-back'),
    attention: style('card-attention-back'),
    warning: style('card-warning-back'),
    accent: style('card-accent-back'),
  },
});
