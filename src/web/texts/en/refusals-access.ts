import type { Refusals } from '../sentence.ts';

export const access = {
  'access.wrongCredentials': 'The name, the password or the code is not right.',
  'access.totpRequired': 'This account uses two-step sign-in. Type the six-digit code as well.',
  'access.wrongCode': 'The code is not right or was used already. Wait for the next one and type it.',
  'access.wrongPassword': 'The present password is not right. Type it again.',
  'access.resetLinkInvalid': 'This link was used or has expired. Ask the administrator for a new one.',
  'access.secondFactorOn': 'Two-step sign-in is on already. Reload the page to see it.',
  'access.factorToSet':
    'The office asks for two-step sign-in with this post. Scan the QR code with an authenticator, then type its six digits.',
  'access.factorDemanded':
    'The office asks for two-step sign-in with this post, so it stays on. With a new telephone ask an administrator to remove it, then set it up at sign-in.',
  'access.factorOwnFirst':
    'Your own role is among them. Turn on two-step sign-in on your own account page first.',
  'access.factorUnreadable':
    'The server lacks the key to check one-time codes. Ask whoever keeps the server to run “cchc doctor”, or to remove the second factor of this account.',
  'access.sessionOnly': 'This needs a sign-in on the website; an access token cannot do it.',
  'access.noSecondFactor': 'This account has no two-step sign-in.',
  'access.slowDown': 'Too many tries. Wait {retryAfter} s, then try again.',
  'access.personInactive': 'This account is no longer active. Ask the administrator.',
  'access.administratorOnly': 'Only an administrator can do this.',
  'access.passwordTooShort': 'The new password needs at least {shortest} characters.',
  'access.passwordTooLong': 'The new password may have {longest} characters at most.',
  'access.passwordIsLogin': 'The new password is like the sign-in name. Choose another sentence.',
  'access.passwordCommon': 'Too many people use this password. Choose another sentence.',
  'access.signInFirst': 'The session has ended. Sign in again, then try again.',
  'access.forbidden': 'No right to do this. Ask the administrator to check the posts.',
  'access.foreignOrigin':
    'The request came from another site and was not taken. Open this page again and retry.',
  'http.notFound': 'This does not exist or has moved. Reload the page.',
  'http.keyMalformed': 'The key of this request is not well formed. Reload the page, then try again.',
  'http.keyReused': 'The key of this request was used for another content. Reload to see what was saved.',
  'http.malformed': 'What was sent could not be read. Reload the page, then try again.',
  'http.tooLarge': 'The file is too large. Choose a smaller one.',
  'http.wrongMediaType': 'This kind of file is not accepted. Choose another one.',
  'http.tooMany': (d) =>
    d.retryAfter
      ? `Too fast. Wait ${d.retryAfter} s, then try again.`
      : 'Too fast. Wait a little, then try again.',
  'access.oidcAway':
    'The identity provider cannot be reached. Try again in some minutes, or sign in with the password.',
  'access.oidcExpired': 'This sign-in is more than ten minutes old or was used already. Begin again.',
  'access.oidcFailed':
    'The identity provider did not confirm this sign-in. Try again, or sign in with the password.',
  'access.oidcUnknown':
    'This provider account belongs to nobody here. Ask the administrator to enter the right e-mail, then sign in again.',
} satisfies Refusals;
