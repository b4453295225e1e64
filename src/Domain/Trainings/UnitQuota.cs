using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>How many people a unit, with everything below it, may put forward for one training.</summary>
public sealed class UnitQuota
{
    private UnitQuota() { }

    public UnitQuota(TrainingId training, UnitId unit, int places)
    {
        TrainingId = training;
        UnitId = unit;
        Places = places;
    }

    public TrainingId TrainingId { get; private set; }
    public UnitId UnitId { get; private set; }
    public int Places { get; private set; }

    public void Change(int places) => Places = places;
}
