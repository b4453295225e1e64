/** Carries no types of its own; given to pdf.js as a whole. */
declare module 'pdfjs-dist/build/pdf.worker.min.mjs';
