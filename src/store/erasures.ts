/** What is gone for good, by opaque id. */
export type Erasure =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'dossier'; readonly caseId: string }
  | { readonly kind: 'entry'; readonly caseId: string; readonly entryId: string };
