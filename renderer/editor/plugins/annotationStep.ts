// AnnotationStep: a change of one annotation's body, as a step of the document's history; the text stays as it is.
import type { Node } from 'prosemirror-model';
import { Step, StepMap, StepResult } from 'prosemirror-transform';
import { annotationSchema, type Annotation } from '../../../shared/briefing/annotation.ts';
import { z } from '../../../shared/base/validate.ts';

const stepSchema = z.object({
  stepType: z.string(),
  id: z.string(),
  before: annotationSchema.nullable(),
  after: annotationSchema.nullable(),
});

/** From `before` to `after`; null where there is no annotation: null to a value adds one, a value to null deletes it. */
export class AnnotationStep extends Step {
  constructor(
    readonly id: string,
    readonly before: Annotation | null,
    readonly after: Annotation | null,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(): AnnotationStep {
    return new AnnotationStep(this.id, this.after, this.before);
  }

  /** It stands at no position, so nothing can move it. */
  override map(): AnnotationStep {
    return this;
  }

  override merge(other: Step): AnnotationStep | null {
    return other instanceof AnnotationStep && other.id === this.id
      ? new AnnotationStep(this.id, this.before, other.after)
      : null;
  }

  override toJSON(): Record<string, unknown> {
    return { stepType: STEP_NAME, id: this.id, before: this.before, after: this.after };
  }

  static override fromJSON(_schema: unknown, json: unknown): AnnotationStep {
    const parsed = stepSchema.safeParse(json);
    if (!parsed.success) throw new RangeError('This is no change of an annotation.');
    return new AnnotationStep(parsed.data.id, parsed.data.before, parsed.data.after);
  }
}

const STEP_NAME = 'chanceryAnnotation';
Step.jsonID(STEP_NAME, AnnotationStep);
