import type { Words } from '../en/index.ts';
import { firstView } from './first-view.ts';
import { plural } from './plural.ts';

/** Lots d’incidents (PS-7). */
export const packs: Words['packs'] = {
  ...firstView.packs,
  noIncident: {
    noPack:
      'Seuls le compte acheteur d’un lot et les personnes qu’il désigne créent des incidents. Demandez à la personne qui a acheté le lot de votre organisation de vous désigner ; si elle est partie, demandez le lot avec son numéro de confirmation de commande sur la page « Lots ».',
    used: 'Tous les incidents de vos lots sont utilisés. Achetez un autre lot ; votre formulaire est gardé en brouillon.',
    expired: (day) => `Votre lot était utilisable jusqu’au ${day}. Achetez un autre lot ; votre formulaire est gardé en brouillon.`,
    short: (wanted, left) =>
      `La division demande ${plural(wanted, '1 incident', 'incidents')} de plus, et il en reste ${left} dans les lots du demandeur. Rien n’a été changé : le demandeur achète un autre lot, ou l’on divise en moins de parties.`,
  },
  title: 'Lots d’incidents',
  aboutOwn:
    'Chaque incident de support est pris sur un lot de cinq. Un lot sert pendant un an au compte qui l’a acheté et aux personnes qu’il désigne. Un incident en consomme un seul, quels que soient sa durée et le nombre de contacts.',
  aboutAll: 'Ce que les clients ont acheté. Enregistrez un achat pour la personne qui l’a fait ; elle le voit aussitôt ici.',
  none: 'Aucun lot',
  noneOwn:
    'Dès que le guichet aura enregistré votre achat, votre lot s’affichera ici. Si un collègue l’a acheté puis est parti, demandez-le ci-dessous.',
  noneAll: 'Enregistrez le premier achat avec son numéro de confirmation de commande.',
  remaining: (left, of) => `${left} sur ${of} restants`,
  until: (day) => `utilisable jusqu’au ${day}`,
  expiredOn: (day) => `expiré le ${day}`,
  standing: { good: 'Utilisable', used: 'Épuisé', expired: 'Expiré' },
  confirmation: 'Numéro de confirmation de commande',
  boughtBy: (who, day) => `Acheté par ${who} le ${day}`,
  alsoUsedBy: (names) => `Utilisé aussi par ${names}`,
  uses: 'Utilisé pour',
  use: (who, when) => `${who}, ${when}`,
  returned: 'restitué',
  noUses: 'Rien n’a encore été pris.',
  name: 'Qui peut l’utiliser',
  nameAbout: 'Les membres de votre organisation qui créent des incidents avec ce lot, en plus de vous.',
  named: 'Les personnes qui peuvent utiliser le lot ont été modifiées.',
  record: 'Enregistrer un achat',
  recorded: 'Le lot a été enregistré.',
  organisation: 'Organisation',
  person: 'Compte acheteur',
  personHint: 'Cherchez par nom ou adresse e-mail',
  find: 'Chercher',
  findLabel: 'Nom ou adresse e-mail',
  nobody: 'Personne ne correspond.',
  choose: 'Choisir',
  purchasedOn: 'Jour de l’achat',
  recover: 'Demander un lot',
  recoverAbout:
    'Si la personne qui a acheté un lot a quitté votre organisation, demandez-le avec le numéro de confirmation de commande. Un responsable du guichet décide, et vous êtes informé par e-mail.',
  reason: 'Pourquoi vous en avez besoin',
  asked: 'Votre demande est partie. Un responsable du guichet décidera.',
  recoveries: 'Demandes de lots',
  noRecoveries: 'Aucune demande en attente.',
  wants: (who, organisation) => `${who} (${organisation}) demande un lot`,
  ofAccount: (who, left) => `Acheté par ${who}, ${left ? 'qui n’est plus dans l’annuaire' : 'qui est encore dans l’annuaire'}`,
  approve: 'Approuver',
  decline: 'Refuser',
  approveAbout: (who) => `${who} devient le compte acheteur. Ce qui a été utilisé reste tel quel.`,
  declineAbout: (who) => `Le lot reste tel quel. ${who} reçoit ce que vous écrivez.`,
  words: 'Ce que vous lui dites',
  states: { asked: 'En attente du guichet', approved: 'Approuvée', declined: 'Refusée' },
  decided: { approved: 'La demande a été approuvée.', declined: 'La demande a été refusée.' },
  more: 'Afficher plus',
  letter: {
    subject: 'Votre demande de lot d’incidents',
    says: {
      approved: (name) => `Bonjour ${name}. Votre demande a été approuvée : vous êtes désormais le compte acheteur du lot.`,
      declined: (name) => `Bonjour ${name}. Votre demande de lot a été refusée.`,
    },
    open: 'Voir vos lots',
  },
};
