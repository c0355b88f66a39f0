// FactIcon and StateIcon: kind by colour and sign, state by shape; the word stands in the accessible name.
import type { Fact, Status } from '../../shared/facts/fact.ts';
import { Icon } from '../ui/icon.tsx';
import {
  Building2,
  Calculator,
  Calendar,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Hash,
  MapPin,
  Quote,
  UserRound,
  type LucideIcon,
} from '../ui/icons.ts';

const KINDS = { quote: Quote, figure: Hash, claim: Calculator, date: Calendar } as const;
const NAMES = { person: UserRound, organisation: Building2, place: MapPin, event: Calendar } as const;

export function iconOf(fact: Fact): LucideIcon {
  return fact.kind === 'name' ? NAMES[fact.nameKind] : KINDS[fact.kind];
}

export function FactIcon({ fact, size = 's' }: { fact: Fact; size?: 's' | 'm' }) {
  return <Icon of={iconOf(fact)} size={size} className={`k-${fact.kind}`} />;
}

export const STATUS_ICONS = {
  verified: { icon: CircleCheck, tone: 's-ok' },
  unverified: { icon: CircleDashed, tone: 's-none' },
  disputed: { icon: CircleAlert, tone: 's-bad' },
} as const;

export function StateIcon({ status }: { status: Status }) {
  const { icon, tone } = STATUS_ICONS[status];
  return (
    <>
      <Icon of={icon} size="s" className={tone} />
      <span className="sr">{status}</span>
    </>
  );
}
