namespace Pionir.Domain.Trainings;

/// <summary>A competency that the training develops, up to a level.</summary>
public sealed class TrainingCompetency
{
    private TrainingCompetency() { }

    internal TrainingCompetency(TrainingId training, CompetencyTarget target, int position)
    {
        Position = position;
        TrainingId = training;
        CompetencyId = target.CompetencyId;
        Level = target.Level;
    }

    public TrainingId TrainingId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public int Level { get; private set; }

    /// <summary>In the order of the plan; the ledger notes the first.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;

    internal bool Is(CompetencyTarget target) => target.CompetencyId == CompetencyId && target.Level == Level;
}
