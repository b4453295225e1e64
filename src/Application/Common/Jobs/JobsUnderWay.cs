namespace Pionir.Application.Common.Jobs;

internal static class JobsUnderWay
{
    /// <summary>Those that wait or run: asking for the same work again joins them.</summary>
    public static IQueryable<Job> UnderWay(this IQueryable<Job> jobs) =>
        jobs.Where(job => job.State == JobState.Queued || job.State == JobState.Running);
}
