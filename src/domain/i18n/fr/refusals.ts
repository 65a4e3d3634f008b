import type { Words } from '../en/index.ts';
import { firstView } from './first-view.ts';

export const refusals: Words['refusals'] = {
  ...firstView.refusals,
  titles: {
    notFound: 'Introuvable',
    notAllowed: 'Action non autorisée',
    invalid: 'Quelque chose est à corriger',
    changed: 'Le dossier a changé',
    outdated: 'Cela a changé entre-temps',
    fileRefused: 'Ce fichier ne peut pas être joint',
    illegalStep: 'Impossible pour le moment',
    tenantState: 'Impossible pour le moment',
    exportFirst: 'Exportez d’abord',
    alreadyUsed: 'Ce formulaire a déjà été envoyé',
    mistypedNumber: 'Ce numéro est mal saisi',
    nothingToConfirm: 'Rien à confirmer',
    tooSoon: 'Un peu de patience',
    directedElsewhere: 'Cette question relève d’un autre service',
    noIncident: 'Plus d’incident à utiliser',
    limitReached: 'Limite atteinte',
  },
  notFound: 'Ce dossier n’existe pas, ou vous ne pouvez pas le voir. Vérifiez le numéro ou cherchez dans vos listes.',
  why: {
    ...firstView.refusals.why,
    lockedByStage:
      'Le transfert est en cours et s’achèvera d’ici un jour : jusque-là, la commande ne peut être ni modifiée ni annulée. Vous pouvez commenter.',
    nothingToCorrect:
      'Plus rien n’attend de correction dans ce dossier. Voyez où il en est ; commentez si quelque chose ne va pas. Votre saisie est conservée dans vos brouillons.',
    nothingCorrected: 'Rien n’a changé par rapport à ce qui avait été transmis. Modifiez ce qui a été refusé, puis envoyez.',
    noRelationship:
      'Votre organisation n’a pas de relation active avec ce client que vous puissiez utiliser ici. Demandez-en une au client, ou à un administrateur de vous l’attribuer. Votre saisie est conservée.',
    relationshipNotActive:
      'La relation de votre organisation avec ce client n’est pas active. Demandez à l’administrateur du client de l’accepter. Votre saisie est conservée.',
    relationshipEnded:
      'La relation de votre organisation avec ce client a pris fin. Demandez-en une nouvelle au client ; votre saisie est conservée, et les dossiers restent au client.',
    relationshipWithoutRole:
      'La relation de votre organisation avec ce client ne comprend pas les demandes de service. Demandez au client d’accorder le rôle Administrateur du support de service.',
    relationshipNotAssigned:
      'Votre organisation peut agir pour ce client, mais vous ne faites pas partie d’un groupe qui en est chargé. Demandez à votre administrateur de vous y ajouter.',
    relationshipUnreadable:
      'Votre organisation n’a pas autorisé Case Desk à lire ses relations avec ses clients. Demandez à votre administrateur d’y consentir.',
    providerGrantMissing:
      'Votre organisation achète auprès d’un fournisseur, et le guichet n’a pas trace d’un accès accordé par lui au compte Azure de ce client. Demandez cet accès à votre fournisseur, et qu’il le confirme au guichet. Votre saisie est conservée.',
    helpdeskOutsideGroup:
      'Avec le seul rôle de support technique, vous ne déposez de demande Azure que depuis le groupe de support de votre fournisseur. Demandez-lui de vous y ajouter et d’en informer le guichet, ou demandez à votre administrateur le rôle Administrateur du support de service. Votre saisie est conservée.',
    domainUnknown:
      'Aucun client de ce guichet n’a ce domaine. Vérifiez son orthographe, ou demandez au client une relation déléguée avec votre organisation qui comprenne le rôle Administrateur du support de service : vous le choisirez alors par son nom.',
    notByDomain:
      'Sans relation, seul un problème avec Azure peut être déposé, par le domaine et l’abonnement du client. Pour le reste, demandez au client une relation déléguée qui comprenne le rôle Administrateur du support de service.',
    selfHelpFirst:
      'Ici, une demande pour un client commence par l’auto-assistance. Consultez ce que le catalogue indique pour ce sujet ; si cela ne suffit pas, recommencez en précisant que ce n’est pas résolu.',
    noSupportContract:
      'Pour Dynamics 365, votre organisation doit avoir un contrat de support avancé (ASfP) ou supérieur, et le guichet n’en a pas trace. Demandez à un responsable du guichet d’enregistrer le vôtre avec sa date de fin. Votre saisie est conservée.',
    supportContractEnded:
      'Le contrat de support de votre organisation pour Dynamics 365 a pris fin. Renouvelez-le, et demandez à un responsable du guichet d’enregistrer la nouvelle date de fin. Votre saisie est conservée.',
    onBehalfOfAnother:
      'À ce guichet, seules les personnes de l’organisation cliente créent des dossiers ; personne, partenaire ou non, ne peut le faire à leur place. Demandez à l’administration de cette organisation de créer le dossier et de vous y ajouter comme contact.',
    notOfThisDesk:
      'Seuls les membres d’une organisation cliente créent des dossiers ; les ingénieurs y répondent. Prenez plutôt en charge un dossier de la file d’attente.',
    partnersAlone:
      'À ce guichet, ce sont les partenaires qui déposent les demandes pour les clients dont ils s’occupent. Adressez-vous au partenaire de votre organisation ; si vous travaillez pour un partenaire, demandez à l’administration de la vôtre un rôle qui comprend les demandes de service.',
    deskNotOffered: 'Ce guichet n’est pas proposé ici. Demandez à l’organisation qui tient le guichet où il l’est.',
    tooLateToReopen: 'Ce dossier ne peut plus être rouvert : le délai est passé. Créez-en un nouveau en y citant le numéro de celui-ci.',
    notAnEngineerOfThisDesk: 'Cette personne ne travaille pas pour ce guichet. Choisissez l’un de ses ingénieurs.',
    notOfYourOrganisation: 'Cette personne n’est pas membre de votre organisation. Choisissez quelqu’un qui figure dans son annuaire.',
    guestsGetNoRole: 'Les invités n’ont pas de rôle ici. Choisissez un membre de votre organisation.',
    alreadyEscalated: 'L’escalade a déjà été demandée et le guichet le sait. Ajoutez un commentaire s’il y a autre chose à dire.',
    openedByNoPartner: 'Aucun partenaire n’a ouvert ce dossier pour un client : il n’y a pas d’escalade à juger.',
    noPartnersCase: 'Aucun partenaire n’agit sur ce dossier pour votre organisation : il n’y a rien à reprendre.',
    partnerActsHere:
      'Un partenaire agit sur ce dossier, et son droit ne vaut pas à ce guichet. Demandez d’abord à l’administration du client de reprendre le dossier, ou au partenaire de s’adresser à l’autre guichet.',
    noSeverityHere: 'Les dossiers de ce guichet n’ont pas de gravité. Dites dans un commentaire à quel point c’est urgent.',
    alwaysCritical: 'Un incident de salle est toujours critique. Dites dans un commentaire ce qui presse, ou ce qui ne presse pas.',
    noRoomAssigned:
      'Ce client ne confie plus aucune de ses salles à votre organisation. Votre brouillon est conservé ; demandez à un administrateur du client de vous confier les salles.',
    placesNotGranted:
      'Votre organisation n’a pas autorisé le guichet à lire ses salles dans l’annuaire. Un administrateur peut consentir à Place.Read.All ; d’ici là, saisissez-les à la main ou importez une liste.',
    placesOff: 'Ce guichet n’interroge aucun annuaire de salles. Saisissez-les à la main ou importez une liste.',
    monitoringCloses:
      'Cet incident vient de la supervision, personne ne le clôt donc à la main : il se clôt de lui-même dès que la supervision signale que la salle fonctionne à nouveau. Écrivez un commentaire si autre chose est à savoir.',
    monitoringKeeps:
      'Cet incident vient de la supervision, qui le clôt elle-même : il reste donc où il est. Écrivez un commentaire, ou ouvrez un autre dossier pour ce qui est à faire ailleurs.',
    notYourself: 'Vous ne pouvez pas le faire pour vous-même. Adressez-vous à un autre administrateur de votre organisation.',
    engineerCloses: 'Un ingénieur clôt les incidents. Demandez la clôture en disant pourquoi : un ingénieur la confirmera.',
    noSolutionYet:
      'Aucune solution n’a encore été proposée. Proposez-en une, ou clôturez l’incident sans solution avec la décision de facturation.',
    closeNotAsked: 'Le demandeur n’a pas demandé de clôture anticipée. Choisissez un autre motif.',
    notWhileClosed: 'L’incident est clos. Rouvrez-le s’il reste quelque chose à faire.',
    alreadyAgreed: 'Les deux parties sont d’accord sur la définition du problème.',
    nothingToAnswer: 'Rien n’attend votre réponse.',
    partsOpen: 'Une de ses parties est encore ouverte. Clôturez d’abord ses parties.',
    splitWaits: 'Une division est déjà proposée. Répondez-y d’abord.',
    splitAlready: 'Il est déjà divisé. Divisez plutôt une de ses parties.',
    closeAskedAlready: 'La clôture est déjà demandée. Un ingénieur la confirmera.',
  },
  alone: {
    deskLead: 'Votre rôle ne le permet pas, seuls les responsables du guichet le font. Adressez-vous à l’un d’eux.',
    engineer:
      'Votre rôle ne le permet pas, seuls les ingénieurs du guichet le font. Écrivez un commentaire si le guichet doit savoir quelque chose.',
    partnerTechnician: 'Votre rôle ne le permet pas, c’est réservé aux personnes des partenaires qui agissent pour des clients.',
  },
  closers: {
    requester: (name) => `Votre organisation réserve la clôture d’un dossier à son demandeur : adressez-vous à ${name} ou au guichet.`,
    named: (names) => `Votre organisation réserve la clôture des dossiers à certaines personnes : adressez-vous à ${names} ou au guichet.`,
    nobody:
      'Votre organisation réserve la clôture des dossiers à certaines personnes, et il n’en reste aucune. Demandez à l’administration d’en désigner une.',
  },
  outdated: 'Quelqu’un a modifié cela pendant que vous l’aviez ouvert. Regardez ce qu’il en est, puis décidez à nouveau.',
  fileRefused: {
    program:
      'Les programmes ne peuvent pas être joints, quel que soit leur nom. Envoyez plutôt ce qu’ils montrent : une image, un texte ou un PDF.',
    script:
      'Les scripts ne peuvent pas être joints. Copiez ce qui est utile dans votre texte, ou enregistrez-le dans un fichier texte (.txt).',
  },
  invalid: 'Veuillez corriger les points signalés. Tout ce que vous avez saisi est conservé.',
  changed:
    'Quelqu’un a modifié le dossier pendant que vous l’aviez ouvert. Regardez ce qui a changé, puis décidez à nouveau ; votre saisie est conservée.',
  illegalStep: (status) =>
    ({
      new: 'Le dossier est nouveau : cette étape n’est pas encore possible. Ouvrez le dossier pour voir ce qui l’est.',
      inProgress: 'Le dossier est en cours : cette étape n’est pas possible maintenant. Ouvrez le dossier pour voir ce qui l’est.',
      waitingOnRequester:
        'Le dossier attend une réponse : cette étape n’est pas possible maintenant. Ouvrez le dossier pour voir ce qui l’est.',
      resolved: 'Le dossier est déjà résolu. Rouvrez-le s’il reste quelque chose à faire.',
      cancelled: 'Le dossier est déjà annulé. Créez-en un nouveau si nécessaire.',
      closedUnresolved: 'Le dossier est déjà clos. Rouvrez-le s’il reste quelque chose à faire.',
    })[status],
  tenantState: {
    listed: 'Cette organisation est déjà admise, mais ne s’est pas encore présentée.',
    waiting: 'Cette organisation attend d’être admise.',
    active: 'Cette organisation est admise. Suspendez-la d’abord.',
    suspended: 'Cette organisation est suspendue.',
    removing: 'Cette organisation est en cours de suppression.',
    removed: 'Cette organisation est supprimée. Admettez-la de nouveau si elle doit revenir.',
  },
  exportFirst:
    'Enregistrez d’abord une exportation : il n’y en a pas encore, ou quelque chose s’est ajouté depuis la dernière. Supprimez ensuite l’organisation.',
  alreadyUsed: 'Ce formulaire a déjà été envoyé avec un autre contenu. Commencez un nouveau formulaire pour un autre dossier.',
  mistypedNumber:
    'Un caractère de ce numéro de dossier est erroné. Comparez-le avec la carte ou le message que vous avez reçu, ou cherchez dans vos listes.',
  nothingToConfirm: 'Aucune de vos adresses n’attend de code. Elle a peut-être déjà été confirmée ou retirée ; vérifiez votre profil.',
  tooSoon: {
    code: (minutes) => `Seuls quelques codes sont envoyés par heure et par jour. Le prochain pourra partir dans ${waitOf(minutes)}.`,
    domain: (minutes) =>
      `Votre organisation a recherché beaucoup de domaines en une heure. Le prochain pourra l’être dans ${waitOf(minutes)} ; ce que vous avez saisi est conservé.`,
  },
  directedElsewhere: 'Un autre service répond à cette question ; aucun dossier n’est créé ici.',
  limits: {
    drafts: (max) => `Vous avez ${max} brouillons. Envoyez-en un ou supprimez-en un d’abord.`,
    files: (max) => `${max} fichiers au plus. Retirez-en un pour en ajouter un autre.`,
    fileSize: (max) => `Un fichier ne peut pas dépasser ${Math.floor(max / 1024 / 1024)} Mo. Allégez-le ou scindez-le.`,
    grants: (max) =>
      `${max} personnes au plus peuvent avoir un rôle attribué ici. Retirez-en un d’abord, ou attribuez-le dans votre annuaire.`,
    machines: (max) => `${max} clés valables à la fois au plus. Révoquez-en une qui ne sert plus.`,
    channels: (max) => `Au plus ${max} canaux peuvent être abonnés. Désabonnez-en un d’abord.`,
    followers: (max) => `${max} personnes au plus peuvent suivre cela.`,
    replies: (max) => `Un guichet a au plus ${max} réponses enregistrées. Supprimez-en une qui ne sert plus.`,
    rooms: (max: number) => `${max.toLocaleString('fr')} salles au plus. Retirez celles qui n’existent plus.`,
    roomAssignments: (max: number) =>
      `${max.toLocaleString('fr')} salles au plus peuvent être confiées à des partenaires. Mettez d’abord fin à certaines.`,
    packPeople: (max) => `Un lot peut servir à ${max} personnes au plus, en plus du compte acheteur.`,
    webhooks: (max) => `Au plus ${max} webhooks. Supprimez-en un qui ne sert plus.`,
    batch: (max) => `${max} dossiers à la fois au plus. Sélectionnez-en moins.`,
  },
};

const waitOf = (minutes: number): string =>
  minutes === 1 ? 'une minute' : minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} heures`;
