using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>One document that the scheme of the training needs for a move.</summary>
/// <param name="Present">One of this kind is there.</param>
public sealed record ChecklistLine(TrainingMove Move, DocumentKind Kind, bool Present)
{
    internal static IReadOnlyList<ChecklistLine> Of(Training training, DocumentRequirements required) =>
        [
            .. required
                .Of(training.Scheme)
                .Distinct()
                .OrderBy(line => line.Move)
                .ThenBy(line => line.Kind)
                .Select(line => new ChecklistLine(
                    line.Move,
                    line.Kind,
                    training.Documents.Any(document => document.Kind == line.Kind)
                )),
        ];
}

/// <summary>The one thing to do next, and what stands in its way.</summary>
/// <param name="Move">None when the life of the training is over.</param>
/// <param name="MissingDocuments">To be uploaded first.</param>
/// <param name="NeedsJp">By the rule of its form it gives no JP yet.</param>
/// <param name="NotBefore">The move waits for this day.</param>
public sealed record NextStep(
    TrainingMove Move,
    IReadOnlyList<DocumentKind> MissingDocuments,
    bool NeedsJp,
    DateOnly? NotBefore
)
{
    internal static NextStep? Of(Training training, DocumentRequirements required, DateTimeOffset now)
    {
        TrainingMove? next = training.State switch
        {
            TrainingState.Draft or TrainingState.Returned => TrainingMove.Submit,
            TrainingState.Submitted => TrainingMove.Approve,
            TrainingState.Approved => TrainingMove.Open,
            TrainingState.Open => TrainingMove.Start,
            TrainingState.Running => TrainingMove.Complete,
            TrainingState.Completed => TrainingMove.Close,
            _ => null,
        };
        if (next is not { } move)
            return null;
        DateOnly? from = move switch
        {
            TrainingMove.Start => training.Start,
            TrainingMove.Complete => training.OverFrom,
            _ => null,
        };
        return new NextStep(
            move,
            training.MissingDocuments(required, move),
            move == TrainingMove.Open && training.Jp < 1,
            training.DayOf(now) < from ? from : null
        );
    }
}
