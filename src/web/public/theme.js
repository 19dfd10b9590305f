// Runs before the first paint, so that a chosen dark screen never flashes white.
try {
  const theme = localStorage.getItem('cchc.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to this page; the system's own choice stands.
}
