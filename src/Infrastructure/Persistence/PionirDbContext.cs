using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence;

/// <summary>The one context. Saving first lets domain events be handled, then writes the audit trail beside the change.</summary>
/// <remarks>
/// Contexts are kept and lent again: setting one up costs more than a small read. Whoever takes one out says for whom.
/// </remarks>
public sealed class PionirDbContext(DbContextOptions<PionirDbContext> options) : DbContext(options), IDatabase
{
    private readonly List<Func<CancellationToken, Task>> afterCommit = [];
    private ChangeAuditor? auditor;
    private IMediator? mediator;

    /// <summary>Between the begin and the end of a change: see <see cref="LostTransactions"/>.</summary>
    internal bool IsInTheMiddle { get; set; }

    internal PionirDbContext LentTo(ChangeAuditor auditorOfScope, IMediator mediatorOfScope)
    {
        (auditor, mediator, IsInTheMiddle) = (auditorOfScope, mediatorOfScope, false);
        afterCommit.Clear();
        return this;
    }

    public void AfterCommit(Func<CancellationToken, Task> act) => afterCommit.Add(act);

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        await HandleEventsAsync(cancellationToken);
        auditor!.AddEntries(this);
        await ManyRows.CopyAddedAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    internal void ForgetAll()
    {
        ChangeTracker.Clear();
        afterCommit.Clear();
    }

    internal async Task RunAfterCommitAsync(CancellationToken cancellationToken)
    {
        var acts = afterCommit.ToArray();
        afterCommit.Clear();
        foreach (var act in acts)
        {
            await act(cancellationToken);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.ConvertTypes(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PionirDbContext).Assembly);
        ModelConventions.Apply(modelBuilder);
    }

    /// <summary>Handlers may raise further events; the loop ends because each event is taken out once.</summary>
    private async Task HandleEventsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var raised = ChangeTracker
                .Entries<IAggregateRoot>()
                .Where(entry => entry.Entity.Events.Count > 0)
                .Select(entry => entry.Entity)
                .ToList();
            if (raised.Count == 0)
            {
                return;
            }
            var events = raised.SelectMany(root => root.Events).ToList();
            raised.ForEach(root => root.ClearEvents());
            foreach (var happened in events)
            {
                var notification = (INotification)
                    Activator.CreateInstance(typeof(Happened<>).MakeGenericType(happened.GetType()), happened)!;
                await mediator!.Publish(notification, cancellationToken);
            }
        }
    }
}
