// Runs before the first paint, so that a chosen dark page never flashes white.
(() => {
    const chosen = localStorage.getItem('pionir.theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
