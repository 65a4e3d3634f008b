import type { Words } from '../en/index.ts';

const lists: Words['faults']['lists'] = {
  empty: 'Le fichier est vide. Déposez une liste d’un numéro par ligne.',
  headerOnly: 'Le fichier ne contient qu’un en-tête. Ajoutez les numéros en dessous, un par ligne.',
  unclosedQuote: 'Un guillemet est ouvert et jamais fermé. Enregistrez de nouveau la liste au format CSV et déposez-la.',
  tooManyRows: 'Une liste compte au plus 100 000 lignes. Scindez-la et créez un dossier pour chaque partie.',
  notText: 'Ce n’est pas un fichier texte. Dans votre tableur, choisissez « Enregistrer au format CSV » et déposez ce fichier.',
  noNumberColumn: 'Aucune colonne de numéros de téléphone n’a été trouvée. Mettez un numéro par ligne, par exemple +33472000000.',
  severalNumberColumns: 'Plusieurs colonnes contiennent des numéros de téléphone. Gardez la bonne, ou donnez-lui l’en-tête « numéro ».',
};
const rowReasons: Words['faults']['rowReasons'] = {
  notANumber: () => 'n’est pas un numéro de téléphone',
  notInternational: ({ suggestion }) =>
    `n’est pas au format international${suggestion ? ` (peut-être ${suggestion})` : ' (+, indicatif du pays, numéro)'}`,
  invalid: () => 'n’est pas un numéro valide',
  otherCountry: ({ country }) => `est d’un autre pays${country ? ` (${country})` : ''}`,
  spreadsheetNotation: () => 'a été abrégé par le tableur ; mettez la colonne au format texte',
  missing: () => 'n’a pas de numéro dans la colonne des numéros',
  extension: ({ suggestion }) =>
    `comporte un numéro de poste${suggestion ? ` ; le numéro seul est ${suggestion}` : ' ; indiquez le numéro seul'}`,
  tooShort: () => 'compte trop peu de chiffres',
  tooLong: () => 'compte trop de chiffres',
  noCountry: () => 'est un numéro international qui n’appartient à aucun pays',
  ambiguousRow: () => 'contient plusieurs numéros possibles',
};

export const faults: Words['faults'] = {
  says: {
    required: () => 'Veuillez remplir ce champ.',
    malformed: () => 'Cette valeur est illisible. Vérifiez comment elle est écrite.',
    unreadableText: () => 'Ce texte contient des caractères qui ne peuvent pas être affichés. Retirez-les et réessayez.',
    tooLong: ({ max }) => `${max.toLocaleString('fr')} caractères au plus.`,
    tooMany: ({ max }) => `${max} au plus.`,
    tooFew: ({ min }) => `${min} au moins.`,
    outOfRange: ({ min, max }) => `Un nombre entier de ${min.toLocaleString('fr')} à ${max.toLocaleString('fr')}.`,
    notPrintableAscii: () => 'Uniquement des lettres sans accent, des chiffres et des signes simples.',
    asItIs: () => 'C’est déjà le cas. Choisissez autre chose.',
    notAnOption: () => 'Choisissez l’une des options.',
    notAnEmail: ({ value }) => `« ${value} » n’est pas une adresse e-mail.`,
    notACode: ({ digits }) => `Le code compte ${digits} chiffres. Recopiez-le depuis le message reçu.`,
    wrongCode: ({ left }) => `Ce n’est pas le code envoyé. ${left === 1 ? 'Il reste un essai' : `Il reste ${left} essais`}.`,
    codeExpired: ({ minutes }) => `Ce code n’est plus valable : un code sert pendant ${minutes} minutes. Demandez-en un nouveau.`,
    codeSpent: ({ tries }) => `Le code a été mal saisi ${tries} fois ; il ne fonctionne plus. Demandez-en un nouveau.`,
    notADomain: () => 'Saisissez un domaine, par exemple contoso.com.',
    notATenantId: () => 'Un tel identifiant ressemble à 72f988bf-86f1-41af-91ab-2d7cd011db47.',
    notHttps: () => 'Saisissez une adresse commençant par https://, sans nom d’utilisateur ni mot de passe.',
    notPublic: () =>
      'Cette adresse se trouve dans un réseau interne ou désigne cette machine. Seuls les systèmes joignables depuis Internet sont appelés.',
    noSuchHost: () => 'Ce nom ne désigne aucun serveur : vérifiez son orthographe.',
    mustAgree: () => 'Veuillez confirmer ce point pour continuer.',
    unknownField: () => 'Ce formulaire n’a pas ce champ.',
    notServedThere: ({ country }) =>
      `Ce service n’est pas proposé pour ce pays : ${country}. Choisissez un autre pays, ou posez plutôt une question à ce sujet.`,
    zoneRequired: ({ country }) => `Ce pays a plusieurs fuseaux horaires (${country}). Choisissez le bon.`,
    zoneElsewhere: ({ country }) => `Ce fuseau horaire n’est pas utilisé dans ce pays : ${country}. Choisissez-en un autre.`,
    timeSkipped: ({ before, after }) =>
      `Cette heure n’existe pas : les horloges passent directement du ${before} au ${after}. Choisissez-en une autre.`,
    timeRepeated: ({ earlier, later }) =>
      `Cette heure se présente deux fois, car les horloges reculent : ${earlier} et ${later}. Indiquez laquelle vous convient.`,
    dayInThePast: () => 'Ce jour est déjà passé. Choisissez aujourd’hui ou un jour plus tardif.',
    inThePast: () => 'Cette heure est déjà passée. Choisissez-en une plus tardive.',
    outOfLifecycle: ({ product, until }) =>
      `${product} n’est plus pris en charge depuis le ${until} : aucun incident ne peut être créé. Choisissez une version prise en charge ; la mise à niveau vient d’abord.`,
    directedElsewhere: ({ subject, url }) => `${subject} Rendez-vous sur ${url} ; rien n’est créé ni décompté ici.`,
    notReachable: () => 'Indiquez un nom et un numéro de téléphone par ligne, par exemple : Ada Lund, +33 4 72 00 00 00.',
    inFuture: () => 'Ce jour est encore à venir. Indiquez le jour de l’achat.',
    notThere: () => 'Rien ne correspond. Vérifiez, ou choisissez autre chose.',
    recordedBefore: () => 'Un lot portant ce numéro de confirmation de commande est déjà enregistré.',
    yoursAlready: () => 'Ce lot est déjà le vôtre.',
    askedBefore: () => 'Vous avez déjà demandé ce lot. Un responsable du guichet décidera.',
    sameTenant: () => 'L’origine et la destination doivent être deux organisations différentes.',
    customersAddress: () =>
      'Cette adresse est celle du client. Indiquez-en une de votre organisation ; les personnes du client peuvent être des contacts supplémentaires.',
    ownDomain: () => 'Ce domaine est celui de votre organisation. Choisissez plutôt votre propre organisation.',
    notAPhone: () => 'Ce n’est pas un numéro de téléphone. Donnez-le avec son indicatif, par exemple +33 4 72 00 00 00.',
    phoneForSeverityA: () => 'La gravité A exige un numéro de téléphone où vous joindre.',
    phoneToRaise: () =>
      'La gravité A exige un numéro de téléphone où joindre le contact du partenaire. Demandez-le au partenaire et saisissez-le ici.',
    planOfPartner: () => 'Pour un client, le contrat est Cloud Solution Provider : choisissez-le.',
    planOfOwnTenant: () =>
      'Votre propre locataire n’est pas couvert en tant que client : choisissez votre propre contrat et indiquez son identifiant.',
    neitherYours: () => 'Votre organisation doit être l’origine ou la destination.',
    roomTaken: () => 'Une autre salle le porte déjà. Modifiez-le, ou modifiez cette autre salle.',
    roomsUnknown: ({ names }) =>
      `${names.length === 1 ? 'Cette salle n’existe pas' : 'Ces salles n’existent pas'} : ${names.map((name) => `« ${name} »`).join(', ')}. Écrivez le nom tel qu’il figure dans la liste des salles.`,
    roomAmbiguous: ({ name }) => `Plusieurs salles s’appellent « ${name} ». Indiquez d’abord le site, par exemple « Lyon · ${name} ».`,
    flagMissing: () => 'Vous avez motivé un impact élevé : cochez aussi cette case, ou effacez le motif.',
    notAPartner: () => 'Aucun partenaire du guichet ne porte ce nom ou cet identifiant de locataire. Vérifiez-le auprès du partenaire.',
    fileUnknown: () => 'Ce fichier n’existe plus. Déposez-le de nouveau.',
    fileEmpty: () => 'Ce fichier est vide. Déposez celui qui contient le document.',
    noSuchCase: () => 'Ce dossier n’existe pas, ou vous ne pouvez pas le voir. Vérifiez le numéro.',
    sameCase: () => 'C’est le dossier lui-même. Indiquez le numéro de celui qu’il répète.',
    otherOrganisation: () =>
      'Ce dossier est celui d’une autre organisation. Seuls les dossiers d’une même organisation peuvent être fusionnés.',
    itsWhole: () => 'Ce dossier en est une partie. Clôturez-le plutôt.',
    caseClosed: () => 'Ce dossier est clos. Rouvrez-le d’abord, ou fusionnez-le avec celui-ci.',
    noSuchOutage: () => 'Le guichet de ce dossier n’a pas cette panne. Choisissez-en une dans la liste.',
    outageOver: () => 'Cette panne est terminée. Choisissez-en une en cours, ou ouvrez-en une nouvelle.',
    notOfTheDesk: ({ names }) =>
      `${names.join(', ')} : mention impossible ici, elle est réservée aux ingénieurs du guichet de ce dossier. Retirez ce nom, ou choisissez un collègue du guichet.`,
    cannotFollow: ({ names }) =>
      `${names.join(', ')} ne peut pas suivre ce dossier : seuls les gestionnaires de dossiers et l’administration de son organisation voient ceux de leurs collègues. Retirez l’adresse, ou ajoutez-la aux contacts.`,
    unknownPlaceholder: ({ names, known }) =>
      `${names.map((name) => `{{${name}}}`).join(', ')} n’existe pas. Ce qui peut être rempli : ${known.join(', ')}.`,
    list: ({ problem }) => lists[problem],
    rows: ({ count, rows, otherCountries }) => {
      const named = rows.map((r) => `Ligne ${r.row} : « ${r.value} » ${rowReasons[r.reason](r)}`).join('. ');
      const more = count > rows.length ? ` Et ${(count - rows.length).toLocaleString('fr')} de plus.` : '';
      const advice = otherCountries.length > 0 ? ` Créez un dossier par pays (${otherCountries.join(', ')}).` : '';
      return `${count === 1 ? '1 ligne' : `${count.toLocaleString('fr')} lignes`} à corriger. ${named}.${more}${advice}`;
    },
  },
  lists,
  rowReasons,
};
