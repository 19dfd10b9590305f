/** Something that happened, in the words of the field. Saved once, in one transaction with the state it explains. */
export type Fact = {
  readonly type: string;
  /** One chain per (campaign, unit), one for directory and access: a global chain would serialise every save. */
  readonly chain: string;
  readonly campaignId?: string;
  readonly unitId?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export const chainOfReport = (campaignId: string, unitId: string): string => `report:${campaignId}:${unitId}`;
export const chainOfCampaign = (campaignId: string): string => `campaign:${campaignId}`;
export const DIRECTORY_CHAIN = 'directory';
/** A chain of their own: a flood of wrong guesses must not make the directory wait. */
export const SIGN_IN_CHAIN = 'sign-in';
