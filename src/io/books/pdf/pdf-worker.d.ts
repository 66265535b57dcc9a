// The package has no types for this file; importing it is all that is done with it.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
