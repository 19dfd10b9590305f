export const failure = {
  unknownRefusal:
    'This cannot be done now. Reload and try again; if it persists, give the administrator the code {code}.',
  invalid: 'What was sent is not well formed: {issues}',
  fault: 'The server met an error, nothing was changed. Try again; if it persists, tell the administrator.',
  faultWithId:
    'The server met an error, nothing was changed. Try again; if it persists, give the administrator the code {id}.',
  offline:
    'No network, nothing sent yet. What was typed is kept on this machine; try again when the network is back.',
  serverSilent:
    'The server does not answer yet. What was typed is kept on this machine; try again in a few seconds.',
  errorTitle: 'This could not be loaded',
  offlineTitle: 'No network, and this part is not on this machine yet',
  offlineText: 'It loads by itself when the network is back.',
  silentTitle: 'The server does not answer yet',
  silentText: 'Trying again every 8 seconds. What was typed is kept on this machine.',
  forbiddenTitle: 'No right to see this part',
  forbiddenText: 'It belongs to another unit or post. Ask the administrator for the right if needed.',
  missingTitle: 'There is no such page',
  missingText: 'The address may be incomplete, or the content has moved.',
  toHome: 'Go to the to-do list',
  crashTitle: 'This screen met an error',
  crashText: 'Saved figures are safe. Reload the page to go on.',
  code: 'Code: {code}',
};
