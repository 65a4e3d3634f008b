import type { Words } from '../en/index.ts';
import { plural } from './plural.ts';

export const tabOrganisation: Pick<Words['tab'], 'organisation'> = {
  organisation: {
    title: 'Organisation',
    about: (name) => `Ce que vous décidez pour ${name} en tant qu’administrateur. Chaque modification figure dans le journal d’audit.`,
    changed: (who, when) => `Dernière modification par ${who}, ${when}`,
    outdated:
      'Un autre administrateur a modifié ce réglage entre-temps. Votre choix est toujours affiché ci-dessus ; enregistrez à nouveau pour qu’il remplace le sien.',
    saved: 'Enregistré. Le réglage s’applique dès maintenant.',
    unchanged: 'Rien n’a été modifié.',
    search: {
      hint: 'Nom ou adresse e-mail, deux lettres au moins',
      found: (count) => plural(count, `${count} personne trouvée`, 'personnes trouvées'),
      nobody: 'Personne dans votre organisation ne porte ce nom ou cette adresse.',
      more: 'Seules les 20 premières personnes sont affichées. Précisez le nom pour en voir d’autres.',
    },
    managers: {
      title: 'Gestionnaires de dossiers',
      about:
        'Ils voient les dossiers de toute l’organisation, les commentent et les closent. Les personnes auxquelles votre annuaire donne le rôle d’administrateur Teams, du support technique, du support de service ou général le sont déjà et ne figurent pas ici.',
      add: 'Ajouter un gestionnaire de dossiers',
      give: 'Ajouter',
      giveTo: (name) => `Ajouter ${name} comme gestionnaire de dossiers`,
      given: (name) => `${name} est désormais gestionnaire de dossiers.`,
      has: 'L’est déjà',
      take: (name) => `Retirer le rôle à ${name}`,
      taken: (name) => `${name} n’a plus ce rôle ici.`,
      by: (who, when) => `ajout par ${who}, ${when}`,
      none: 'Personne n’a encore reçu ce rôle ici.',
    },
    closing: {
      title: 'Qui peut clore les dossiers',
      about:
        'Cela vaut pour la résolution et l’annulation par les personnes de votre organisation. Le guichet peut toujours clore un dossier.',
      legend: 'Un dossier peut être clos par',
      who: {
        ticketManagers: 'le demandeur et tous les gestionnaires de dossiers',
        requester: 'uniquement le demandeur',
        named: 'uniquement les personnes désignées ici',
      },
      namedWhy: 'Elles closent les dossiers qu’elles voient : les leurs, et tous les autres si elles sont gestionnaires de dossiers.',
      name: 'Désigner une personne',
      pick: 'Désigner',
      has: 'Figure déjà ici',
      pickOf: (name) => `Désigner ${name}`,
      picked: (name) => `${name} figure dans la liste. Enregistrez pour que cela s’applique.`,
      drop: (name) => `Retirer ${name}`,
      needed: 'Désignez au moins une personne.',
    },
    transfer: {
      title: 'Dossiers d’une personne qui part',
      about:
        'Confiez tous les dossiers ouverts d’une personne à un ou une collègue, qui en devient le demandeur. Le nom de qui les a créés est conservé. Les brouillons ne sont pas transmis.',
      find: 'Trouver la personne, même partie',
      choose: 'Choisir',
      chooseOf: (name) => `Choisir ${name}`,
      open: (name, count) => `${name} a ${plural(count, `${count} dossier ouvert`, 'dossiers ouverts')}.`,
      going: (left) => `Transfert en cours : encore ${left}.`,
      to: 'Les confier à',
      give: 'Transférer',
      giveTo: (name) => `Transférer les dossiers à ${name}`,
      another: 'Choisir une autre personne',
      done: (count, name) => `${plural(count, `${count} dossier transféré`, 'dossiers transférés')} à ${name}.`,
      some: (count, left) => `${count} transférés ; ${left} n’ont pas pu l’être. Voyez-les dans les dossiers de l’organisation.`,
    },
    audit: {
      title: 'Journal d’audit',
      about:
        'Toutes les modifications et toutes les tentatives refusées dans votre organisation, de la plus ancienne à la plus récente, sans les notes internes du guichet. Un fichier contient au plus 100 000 lignes ; l’API donne la suite.',
      csv: 'Télécharger en CSV',
      json: 'Télécharger en JSON',
    },
    data: {
      title: 'Données des personnes',
      about: 'Exportez ou effacez ce que le guichet conserve d’une personne, à sa demande ou après son départ.',
      names: 'Quand une personne est effacée, son nom dans les dossiers et dans le journal d’audit',
      kept: 'est conservé',
      erased: 'est remplacé par « ancien membre »',
      find: 'Trouver une personne, même partie',
      export: 'Exporter',
      exportOf: (name) => `Exporter les données de ${name}`,
      erase: 'Effacer…',
      eraseOf: (name) => `Effacer les données de ${name}`,
      ask: (name) => `Effacer les données de ${name} ?`,
      gone: 'Son profil, ses brouillons, ses fichiers qui ne sont dans aucun dossier, ses sessions, les rôles reçus ici et les avis non encore envoyés sont supprimés. C’est irréversible.',
      namesStay: 'Ce que cette personne a écrit dans les dossiers reste, avec son nom.',
      namesGo:
        'Ce que cette personne a écrit dans les dossiers reste, sous « ancien membre ». Les détails de ses lignes du journal d’audit sont supprimés ; le journal reste vérifiable.',
      stillHere: 'Si cette personne peut encore se connecter, ce qu’elle fera ensuite portera de nouveau son nom.',
      yes: 'Effacer',
      done: (name) => `Les données de ${name} sont effacées.`,
    },
    feedback: { title: 'Avis', about: 'Ce que les personnes de votre organisation ont dit du guichet.', go: 'Lire les avis' },
    own: {
      title: 'Vos données',
      about:
        'Tout ce que le guichet conserve de vous, dans un fichier JSON. Pour le faire effacer, adressez-vous à l’administration de votre organisation.',
      go: 'Télécharger mes données',
    },
  },
};
