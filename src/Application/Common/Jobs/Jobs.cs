using Pionir.Domain.Common;

namespace Pionir.Application.Common.Jobs;

/// <summary>Long work: written down in the transaction of the command, run in the background, seen as a resource.</summary>
public interface IJobQueue
{
    /// <param name="arguments">Kept as JSON; its type finds the <see cref="IJobHandler{TArguments}"/>.</param>
    /// <param name="subject">What it is about, as the jobs page shows it: a file name, the title of a training.</param>
    /// <returns>The id of the job resource.</returns>
    Guid Enqueue<TArguments>(TArguments arguments, string subject)
        where TArguments : IJobArguments;
}

/// <summary>What a job needs to run again after a crash.</summary>
public interface IJobArguments
{
    /// <summary>Stable word for the kind of work, such as <c>employees.apply_import</c>.</summary>
    static abstract string Kind { get; }
}

/// <summary>
/// Does the work in steps that can be repeated: after a crash it is called again with the same arguments
/// and must go on where it stopped. Runs as the system, in its own scope.
/// </summary>
public interface IJobHandler<in TArguments>
    where TArguments : IJobArguments
{
    Task<JobOutcome> RunAsync(TArguments arguments, IJobProgress progress, CancellationToken cancellationToken);
}

public interface IJobProgress
{
    Guid JobId { get; }

    /// <summary>Who asked for the work; changes are audited in their name.</summary>
    Guid RequestedBy { get; }

    Task ReportAsync(int done, int total, CancellationToken cancellationToken);
}

/// <param name="Result">Small JSON-able summary, such as counts; shown on the jobs page.</param>
/// <param name="Error">Set when the work ended refused; its sentence is kept in both languages.</param>
public sealed record JobOutcome(object? Result, Error? Error = null);

/// <summary>Answer of a command that goes on in the background (202).</summary>
/// <param name="JobId">The job resource: <c>/api/v1/jobs/{jobId}</c>.</param>
public sealed record JobAccepted(Guid JobId);

/// <summary>Work by the clock, run once in the whole installation however many instances there are.</summary>
public interface IRecurringTask
{
    /// <summary>Quartz cron expression, in the institution's time zone.</summary>
    static abstract string Cron { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
