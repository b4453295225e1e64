using System.Diagnostics.Metrics;

namespace Pionir.Infrastructure.Telemetry;

/// <summary>Pionir's own measurements: what an operator wants to be woken by.</summary>
public sealed class WorkMeter
{
    public const string Name = "Pionir";

    private readonly Counter<long> finished;

    public WorkMeter(IMeterFactory meters, WorkFigures figures)
    {
        var meter = meters.Create(Name);
        finished = meter.CreateCounter<long>(
            "pionir.jobs.finished",
            description: "Jobs ended here, by kind and outcome"
        );
        Gauge("pionir.jobs.waiting", state => state.WaitingJobs);
        Gauge("pionir.jobs.running", state => state.RunningJobs);
        Gauge("pionir.jobs.oldest", state => state.OldestJobSeconds, "s");
        Gauge("pionir.jobs.failed", state => state.FailedJobs);
        Gauge("pionir.mail.waiting", state => state.WaitingMails);
        Gauge("pionir.mail.oldest", state => state.OldestMailSeconds, "s");
        Gauge("pionir.mail.failed", state => state.FailedMails);
        Gauge("pionir.stamps.waiting", state => state.WaitingStamps);
        Gauge("pionir.stamps.oldest", state => state.OldestStampSeconds, "s");

        void Gauge(string name, Func<WorkState, double> value, string? unit = null) =>
            meter.CreateObservableGauge(
                name,
                () =>
                    figures.Now() is { } state
                        ? [new Measurement<double>(value(state))]
                        : Array.Empty<Measurement<double>>(),
                unit
            );
    }

    public void JobFinished(string kind, bool succeeded) =>
        finished.Add(1, new("kind", kind), new("outcome", succeeded ? "succeeded" : "failed"));
}
