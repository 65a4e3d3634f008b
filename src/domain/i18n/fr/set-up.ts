import type { Words } from '../en/index.ts';

export const setUp: Words['setUp'] = {
  checks: {
    database: { name: 'Base de données', about: 'conserve les dossiers et tout le reste' },
    queue: { name: 'File d’envoi', about: 'envoie les notifications et réessaie en cas d’échec' },
    channel: { name: 'Bot', about: 'dispose de son propre jeton pour Teams' },
    mail: { name: 'Messagerie', about: 'prend en charge notifications et confirmations' },
    consent: { name: 'Consentement', about: 'votre organisation permet au guichet d’interroger Microsoft Graph' },
    graph: { name: 'Microsoft Graph', about: 'dit qui sont les personnes' },
  },
  cures: {
    database: { noAnswer: 'Vérifiez DATABASE_URL, que le serveur fonctionne et qu’il est joignable d’ici.' },
    queue: {
      noAnswer: 'La base de données ne répond pas : commencez par là.',
      overdue:
        'Un envoi attend depuis plus de dix minutes. Vérifiez qu’un processus tourne avec WORKER=on, puis le serveur de messagerie ci-dessous.',
      givenUp:
        'Des notifications ont été abandonnées après de nombreuses tentatives. Corrigez ce qui les refuse, puis renvoyez-les depuis la liste des envois en échec.',
    },
    channel: {
      refused:
        'Entra ne délivre pas de jeton au bot. Vérifiez MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID, le secret ou le certificat, et sa date d’expiration.',
      noAnswer: 'Entra n’a pas répondu. Vérifiez que cette machine peut l’appeler en https, puis réessayez.',
    },
    mail: {
      switchedOff:
        'Aucun courriel n’est envoyé. Renseignez MAIL_FROM et SMTP_URL, ou MAIL_FROM et MAIL_VIA=graph, pour notifier par courriel.',
      notGranted:
        'Microsoft Graph ne permet pas au guichet d’envoyer depuis MAIL_FROM. Consentez à Mail.Send et vérifiez que la stratégie d’accès de l’application comprend cette boîte aux lettres.',
      noMailbox:
        'Microsoft Graph ne connaît aucune boîte aux lettres à l’adresse de MAIL_FROM. Corrigez-la, ou créez la boîte aux lettres.',
      refused: 'Le serveur de messagerie refuse la connexion du guichet. Vérifiez l’utilisateur et le mot de passe dans SMTP_URL.',
      noAnswer:
        'Le serveur de messagerie, ou Microsoft Graph, n’a pas répondu. Vérifiez l’hôte et le port dans SMTP_URL, TLS et le pare-feu.',
    },
    consent: {
      switchedOff: 'Graph n’est pas interrogé : le guichet se fie aux jetons des personnes. Mettez GRAPH=true s’il doit l’être.',
      refused: 'L’administration de votre organisation doit encore donner son consentement ; l’adresse se trouve ci-dessous.',
      noAnswer: 'Microsoft n’a pas répondu. Réessayez dans un instant.',
    },
    graph: {
      switchedOff: 'Graph n’est pas interrogé : le guichet se fie aux jetons des personnes. Mettez GRAPH=true s’il doit l’être.',
      refused: 'Sans consentement, Graph ne répond rien : voir ci-dessus.',
      noAnswer: 'Graph n’a pas répondu. Vérifiez que cette machine peut l’appeler en https, puis réessayez.',
    },
  },
  permissions: {
    'User.Read': {
      purpose: 'vos propres nom, adresse et langue, lorsque l’organisation ne permet pas au guichet de lire ceux de tous',
      without: 'ce que dit votre connexion',
    },
    'User.Read.All': {
      purpose: 'le nom, l’adresse, la langue et le pays d’une personne ; si elle est invitée et si son compte est encore actif',
      without: 'ce que disent le jeton ou la liste des membres de Teams',
    },
    'RoleManagement.Read.Directory': {
      purpose: 'les rôles d’annuaire d’une personne, y compris par des groupes ; requiert User.Read.All',
      without: 'les rôles du dernier jeton',
    },
    'Organization.Read.All': {
      purpose: 'le nom, les domaines vérifiés et le pays de l’organisation',
      without: 'le domaine du nom d’utilisateur',
    },
    'Place.Read.All': {
      purpose: 'les salles de réunion de l’organisation : nom, bâtiment, adresse, nombre de places',
      without: 'des salles saisies à la main ou importées d’une liste',
    },
    'Application.Read.All': {
      purpose: 'qui est ingénieur ou responsable',
      without: 'les rôles d’application du dernier jeton',
    },
    'GroupMember.Read.All': {
      purpose: 'les ingénieurs désignés par un groupe, et les personnes d’un partenaire dans les groupes affectés ; requiert User.Read.All',
      without: 'les ingénieurs comme sans Application.Read.All, et aucune relation de partenaire',
    },
    'ServiceHealth.Read.All': {
      purpose: 'ce que Microsoft annonce des problèmes de ses services : affiché avant de créer un dossier, et envoyé à qui le suit',
      without: 'seulement les pannes que le guichet connaît lui-même',
    },
    'DelegatedAdminRelationship.Read.All': {
      purpose: 'les relations d’un partenaire avec ses clients : rôles, affectations, échéances',
      without: 'personne ne dépose de demande pour un client',
    },
    'Mail.Send': {
      purpose: 'les courriels depuis la boîte aux lettres de MAIL_FROM, si MAIL_VIA vaut graph ; à restreindre à cette boîte',
      without: 'les courriels passent par un serveur de messagerie, ou ne partent pas',
    },
    'TeamsActivity.Send.User': {
      purpose: 'les nouvelles d’un dossier dans votre propre flux d’activité de Teams',
      without: 'des nouvelles dans la conversation et par courriel seulement',
    },
  },
  consenters: {
    customer: 'chaque organisation',
    operator: 'l’opérateur',
    partner: 'les partenaires',
    person: 'chaque personne',
  },
  results: {
    sent: 'Envoyé. Vérifiez que le message est arrivé.',
    queued: 'Remis à la file d’envoi. Le message devrait arriver d’ici une minute.',
    notInstalled: 'Le bot n’y est pas encore : ajoutez-le dans Teams, écrivez-lui quelque chose, puis réessayez.',
    switchedOff: 'Aucun serveur de messagerie n’est configuré : rien n’a été envoyé.',
    failed: 'L’envoi a échoué. Regardez les résultats ci-dessus, puis réessayez.',
  },
  test: {
    subject: 'Case Desk : un essai',
    says: (name) => `Bonjour ${name}. Vous avez demandé une notification d’essai : la voici, cette voie fonctionne donc.`,
  },
};
