import type { ActorRow } from '../../shared/contract/attributions.ts';
import { actorKinds } from '../../shared/domain/actors/actor.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { workspace } from '../app/workspace.ts';
import { claimsView } from '../claims/claims-view-store.ts';
import { SavedSelect } from '../claims/SavedSelect.tsx';
import { optionsOf } from '../ui/options-of.ts';
import { SavedText } from '../claims/SavedText.tsx';
import { Section } from '../claims/Section.tsx';
import { GradeField } from '../grades/GradeField.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { actorKindWords, aliasesOf } from './actor-form.ts';
import styles from './Actors.module.css';
import { JoinActorDialog } from './JoinActorDialog.tsx';

/** The chosen actor: names, kind, role, note, reliability, and what can be done with it. */
export function ActorDetails({
  actor,
  onGone,
}: {
  readonly actor: ActorRow;
  readonly onGone: () => void;
}) {
  const edit = (patch: Parameters<typeof api.actors.edit>[0]['patch']) =>
    api.actors.edit({ actorId: actor.id, patch });
  const field = (name: string): string => `actor/${actor.id}/${name}`;
  return (
    <section className={styles.details} aria-label={`Actor ${actor.name}`}>
      <div className={styles.body}>
        <div className={styles.pair}>
          <SavedText
            name={field('name')}
            label={actor.unnamed ? 'As the text says' : 'Name'}
            value={actor.name}
            required="An actor needs a name."
            onSave={async (name) => (await edit({ name: name ?? '' })).name}
          />
          <SavedSelect
            name={field('kind')}
            label="Kind"
            value={actor.kind}
            options={optionsOf(actorKinds, actorKindWords)}
            onSave={(kind) => edit({ kind })}
          />
        </div>
        <SavedText
          name={field('role')}
          label="Role"
          value={actor.role}
          onSave={async (role) => (await edit({ role })).role}
        />
        {!actor.unnamed && (
          <SavedText
            name={field('aliases')}
            label="Other names"
            hint="Parted by semicolons. Completion and imports find the actor by them."
            lines="wrapped"
            value={actor.aliases.join('; ')}
            onSave={async (typed) => {
              const saved = await edit({ aliases: aliasesOf(typed ?? '', actor.name) });
              return saved.aliases.join('; ') || null;
            }}
          />
        )}
        <SavedText
          name={field('note')}
          label="Note"
          lines="many"
          value={actor.note}
          onSave={async (note) => (await edit({ note })).note}
        />
        <Section title="Reliability">
          <GradeField targetKind="actor" targetId={actor.id} />
        </Section>
        <div className={styles.buttons}>
          <Button
            small
            onClick={() => {
              claimsView.set({ filter: { actorId: actor.id } });
              workspace.set({ view: 'claims' });
            }}
          >
            Show claims
          </Button>
          <Button
            small
            onClick={() => showDialog((close) => <JoinActorDialog actor={actor} onClose={close} />)}
          >
            Join…
          </Button>
          <Button small disabled={actor.mentions > 0} onClick={() => askToRemove(actor, onGone)}>
            Remove…
          </Button>
        </div>
        {actor.mentions > 0 && (
          <p className={styles.soft}>
            Named in {actor.mentions === 1 ? '1 mention' : `${actor.mentions} mentions`}; join it
            with another actor rather than removing it.
          </p>
        )}
      </div>
    </section>
  );
}

function askToRemove(actor: ActorRow, onGone: () => void): void {
  showDialog((close) => (
    <ConfirmDialog
      title={`Remove “${actor.name}”?`}
      actionName="Remove actor"
      danger
      onConfirm={async () => {
        await api.actors.remove({ actorId: actor.id });
        onGone();
      }}
      onClose={close}
    >
      <p>No chain names this actor. Undo brings it back.</p>
    </ConfirmDialog>
  ));
}
