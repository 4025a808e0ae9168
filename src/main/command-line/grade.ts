import { analystOption, UsageError, type Command } from './command.ts';
import { gradedObject } from './find-object.ts';
import { checkedCredibility, checkedReliability } from './checked-grades.ts';
import { withProject } from './with-project.ts';

/** `grade`: one judgement; the earlier ones stay as history. */
export const gradeCommand: Command = {
  name: 'grade',
  parameters: 'P SOURCE|ACTOR|HIGHLIGHT|CLAIM',
  summary:
    'grades the reliability of a source or actor, or the credibility of a highlight or claim',
  arguments: [2, 2],
  options: {
    reliability: { type: 'string', value: 'A–F', help: 'of a source or an actor' },
    credibility: { type: 'string', value: '1–6', help: 'of a highlight or a claim' },
    reason: { type: 'string', value: 'TEXT', help: 'why' },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, 'write', async (app) => {
      const reliability = invocation.text('reliability');
      const credibility = invocation.text('credibility');
      if ((reliability === undefined) === (credibility === undefined)) {
        throw new UsageError('Give one of --reliability (A to F) and --credibility (1 to 6).');
      }
      const axis = reliability === undefined ? 'credibility' : 'reliability';
      const target = gradedObject(app.context.seen(), invocation.positionals[1] ?? '', axis);
      const grade = await app.api.grades.add({
        ...target,
        reliability: reliability === undefined ? null : checkedReliability(reliability),
        credibility: credibility === undefined ? null : checkedCredibility(credibility),
        reason: invocation.text('reason') ?? null,
      });
      if (invocation.io.isJson) await invocation.io.json(grade);
      else {
        await invocation.io.lines([
          `Graded ${target.targetKind} ${target.targetId}: ${grade[axis]}`,
        ]);
      }
      return 0;
    }),
};
