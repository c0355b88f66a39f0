// CHART_BOX: the size of a chart's picture, known before it is drawn, so that nothing moves when it is.
/** In units of the drawing; the picture is as wide as the text. */
export const CHART_BOX = { width: 558, height: 236 } as const;
