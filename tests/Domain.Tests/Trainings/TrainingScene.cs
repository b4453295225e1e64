using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Domain.Tests.Trainings;

/// <summary>Trainings in the state a test needs, reached by the moves that lead there.</summary>
internal static class TrainingScene
{
    public static readonly Actor Officer = new(Guid.CreateVersion7(), "Petugas");
    public static readonly Actor Head = new(Guid.CreateVersion7(), "Kepala Pusat");
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly First = new(2026, 3, 9);
    public static readonly DateOnly Last = new(2026, 3, 13);

    public static readonly DocumentRequirements Required = new([
        new(DeliveryScheme.SelfManaged, TrainingMove.Submit, DocumentKind.Tor),
        new(DeliveryScheme.SelfManaged, TrainingMove.Start, DocumentKind.AssignmentLetter),
    ]);

    public static TrainingPlan Plan =>
        new(
            "Pelatihan Analis Kebijakan",
            2026,
            "3",
            Cluster.Klasikal,
            DeliveryScheme.SelfManaged,
            First,
            Last,
            Quota: 30,
            ReservePlaces: 5
        );

    public static Training New(TrainingPlan? plan = null) =>
        Training.Create(plan ?? Plan, "PPK-2026-0001", UnitId.New(), Officer, Now).Value;

    public static Training InState(TrainingState state)
    {
        var training = New();
        if (state == TrainingState.Draft)
            return training;
        if (state == TrainingState.Cancelled)
        {
            training.Cancel("Anggaran dialihkan", Officer, Now).IsSuccess.ShouldBeTrue();
            return training;
        }
        training.Submit(DocumentRequirements.None, Officer, Now).IsSuccess.ShouldBeTrue();
        if (state == TrainingState.Submitted)
            return training;
        if (state == TrainingState.Returned)
        {
            training.Return("Lengkapi jadwal", Head, Now).IsSuccess.ShouldBeTrue();
            return training;
        }
        training.Approve(Head, Now).IsSuccess.ShouldBeTrue();
        if (state == TrainingState.Approved)
            return training;
        training.AddSession(Session(First)).IsSuccess.ShouldBeTrue();
        training.Gives(2);
        training.Open(DocumentRequirements.None, Officer, Now).IsSuccess.ShouldBeTrue();
        if (state == TrainingState.Open)
            return training;
        training.Run(DocumentRequirements.None, First, Actor.System, Now).IsSuccess.ShouldBeTrue();
        return training;
    }

    public static SessionPlan Session(DateOnly date, int from = 8, int to = 10) =>
        new(date, new TimeOnly(from, 0), new TimeOnly(to, 0), SessionMode.Klasikal, "Pembukaan");

    public static DocumentFile File(string hash = "a") => new(hash, "kak.pdf", "application/pdf", 1000);

    public static void ShouldBeRefused(this Result result, string code) => result.Error.Code.ShouldBe(code);

    public static void ShouldBeRefused<T>(this Result<T> result, string code) => result.Error.Code.ShouldBe(code);
}
