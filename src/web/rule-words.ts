import { formatAmount } from '../core/kernel/amount.ts';
import type { Claim, Comparison, Cond, Expr, Rule } from '../core/template/rule.ts';
import type { RuleFault } from '../core/template/ruleTokens.ts';
import type { Ref } from '../core/template/template.ts';
import type { PlainKey } from './texts/dictionary.ts';
import { listText } from './texts/format.ts';
import { t } from './texts/text.ts';

/** A place as one would say it: 'cột 7', 'Hộ tịch'. */
type NameOf = (ref: Ref) => string;

const UNITS: Readonly<Record<string, PlainKey>> = {
  commune: 'rules.communes',
  department: 'rules.departments',
};

/** A side of a rule in words: 'cột 11 kỳ trước', 'cột 7 cộng cột 11'. */
export const exprWords = (expr: Expr, name: NameOf): string => {
  const words = (e: Expr): string => exprWords(e, name);
  switch (expr.kind) {
    case 'number':
      return formatAmount(expr.value);
    case 'cell':
      return name(expr.ref);
    case 'previous':
      return t('rules.previous', { place: name(expr.ref) });
    case 'units':
      return t('rules.units', { place: name(expr.ref), units: t(UNITS[expr.of] ?? 'rules.otherUnits') });
    case 'sum':
      return expr.of.map(words).join(t('rules.plus'));
    case 'max':
      return t('rules.max', { list: listText(expr.of.map(words)) });
    case 'min':
      return t('rules.min', { list: listText(expr.of.map(words)) });
    case 'minus':
      return t('rules.minus', { left: words(expr.left), right: words(expr.right) });
    case 'times':
      return t('rules.times', { left: words(expr.left), right: words(expr.right) });
    case 'over':
      return t('rules.over', { left: words(expr.left), right: words(expr.right) });
    case 'percent':
      return t('rules.percent', { left: words(expr.left), right: words(expr.right) });
  }
};

const MUST: Readonly<
  Record<'=' | '<=' | '>=', 'rules.mustEqual' | 'rules.mustNotExceed' | 'rules.mustReach'>
> = {
  '=': 'rules.mustEqual',
  '<=': 'rules.mustNotExceed',
  '>=': 'rules.mustReach',
};
const IS: Readonly<Record<Comparison, PlainKey>> = {
  '=': 'rules.isEqual',
  '!=': 'rules.isOther',
  '<=': 'rules.isAtMost',
  '>=': 'rules.isAtLeast',
  '<': 'rules.isLess',
  '>': 'rules.isMore',
};

const condWords = (cond: Cond, name: NameOf): string => {
  switch (cond.kind) {
    case 'filled':
      return t('rules.hasPlace', { place: name(cond.ref) });
    case 'compare':
      return `${exprWords(cond.left, name)} ${t(IS[cond.op])} ${exprWords(cond.right, name)}`;
    case 'all':
      return cond.of.map((c) => condWords(c, name)).join(t('rules.and'));
    case 'any':
      return cond.of.map((c) => condWords(c, name)).join(t('rules.or'));
  }
};

const claimWords = (claim: Claim, name: NameOf): string => {
  switch (claim.kind) {
    case 'filled':
      return t('rules.mustHave', { place: name(claim.ref) });
    case 'compare':
      return t(MUST[claim.op], { left: exprWords(claim.left, name), right: exprWords(claim.right, name) });
    case 'between':
      return t('rules.between', {
        of: exprWords(claim.of, name),
        from: exprWords(claim.from, name),
        to: exprWords(claim.to, name),
      });
  }
};

/** The whole rule as a sentence: 'cột 3 phải bằng cột 7 cộng cột 11'. */
export const ruleWords = (rule: Rule, name: NameOf): string => {
  const said = claimWords(rule.claim, name);
  const asked = rule.when ? t('rules.when', { cond: condWords(rule.when, name), said }) : said;
  if (!rule.relation) return asked;
  return t(rule.relation === 'adjoins' ? 'rules.whenAdjoins' : 'rules.whenSameStart', { said: asked });
};

const PLAIN_FAULTS: Readonly<Partial<Record<RuleFault['code'], PlainKey>>> = {
  'rule.empty': 'rules.faultEmpty',
  'rule.tooLong': 'rules.faultTooLong',
  'rule.bracketOpen': 'rules.faultBracketOpen',
  'rule.unfinished': 'rules.faultUnfinished',
  'rule.formulaShape': 'rules.faultFormulaShape',
  'rule.noIndicator': 'rules.faultNoIndicator',
};
const FAULTS = {
  'rule.unknownSign': 'rules.faultUnknownSign',
  'rule.unknownWord': 'rules.faultUnknownWord',
  'rule.numberUnread': 'rules.faultNumberUnread',
  'rule.expected': 'rules.faultExpected',
  'rule.unexpected': 'rules.faultUnexpected',
  'rule.strict': 'rules.faultStrict',
  'rule.placeOnly': 'rules.faultPlaceOnly',
  'rule.unknownPlace': 'rules.faultUnknownPlace',
  'rule.ambiguousPlace': 'rules.faultAmbiguousPlace',
  'rule.columnNeeded': 'rules.faultColumnNeeded',
  'rule.notFigure': 'rules.faultNotFigure',
} as const satisfies Readonly<Partial<Record<RuleFault['code'], string>>>;

/** What is wrong with a rule as it was typed, and at which letter. */
export const faultText = ({ code, at, found }: RuleFault): string => {
  const plain = PLAIN_FAULTS[code];
  const said = plain ? t(plain) : t(FAULTS[code as keyof typeof FAULTS], { found });
  return t('rules.faultAt', { at: at + 1, said });
};
