namespace Pionir.Domain.Trainings;

/// <summary>The legal moves: from which states each may start, and where it leads.</summary>
public static class TrainingLife
{
    private static readonly Dictionary<TrainingMove, (TrainingState[] From, TrainingState To)> Moves = new()
    {
        [TrainingMove.Submit] = ([TrainingState.Draft, TrainingState.Returned], TrainingState.Submitted),
        [TrainingMove.Return] = ([TrainingState.Submitted], TrainingState.Returned),
        [TrainingMove.Approve] = ([TrainingState.Submitted], TrainingState.Approved),
        [TrainingMove.Open] = ([TrainingState.Approved], TrainingState.Open),
        [TrainingMove.Start] = ([TrainingState.Open], TrainingState.Running),
        [TrainingMove.Complete] = ([TrainingState.Running], TrainingState.Completed),
        [TrainingMove.Reopen] = ([TrainingState.Completed], TrainingState.Running),
        [TrainingMove.Close] = ([TrainingState.Completed], TrainingState.Closed),
        [TrainingMove.Cancel] = ([.. TrainingStates.Unfinished], TrainingState.Cancelled),
    };

    public static IReadOnlyList<TrainingState> SourcesOf(TrainingMove move) => Moves[move].From;

    public static TrainingState TargetOf(TrainingMove move) => Moves[move].To;

    public static bool Allows(TrainingState from, TrainingMove move) => Moves[move].From.Contains(from);

    public static IEnumerable<TrainingMove> From(TrainingState state) => Moves.Keys.Where(move => Allows(state, move));
}
