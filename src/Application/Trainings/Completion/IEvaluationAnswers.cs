namespace Pionir.Application.Trainings.Completion;

/// <summary>Who has answered the required evaluation; the context Evaluations implements it.</summary>
public interface IEvaluationAnswers
{
    /// <summary>False while no context evaluates: then no rule may require it.</summary>
    bool IsAvailable { get; }

    /// <returns>Ids of the participants who have answered.</returns>
    Task<IReadOnlySet<Guid>> AnsweredAsync(Guid trainingId, CancellationToken cancellationToken);
}

/// <summary>Stands in until evaluations exist.</summary>
public sealed class NoEvaluations : IEvaluationAnswers
{
    public bool IsAvailable => false;

    public Task<IReadOnlySet<Guid>> AnsweredAsync(Guid trainingId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
}
