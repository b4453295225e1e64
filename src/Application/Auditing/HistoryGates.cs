using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Organization.Queries;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;

namespace Pionir.Application.Auditing;

/// <summary>Whose history can be read by people who may not read the whole trail, and by which look it is decided.</summary>
internal static class HistoryGates
{
    public static void AddHistoryGates(this IServiceCollection services)
    {
        services.AddGate("Training", id => new GetTrainingHistory(id));
        services.AddScoped<IHistoryGate, OwnRecordGate>();
        services.AddGate("Unit", id => new GetUnit(id));
        services.AddGate("Certificate", id => new GetCertificate(id));
    }

    private static void AddGate<T>(
        this IServiceCollection services,
        string subjectType,
        Func<Guid, IRequest<Result<T>>> look
    ) =>
        services.AddScoped<IHistoryGate>(provider => new HistoryGate<T>(
            provider.GetRequiredService<IMediator>(),
            subjectType,
            look
        ));

    /// <summary>Whoever may look at the object may look at its history: the query of the object itself decides.</summary>
    private sealed class HistoryGate<T>(IMediator mediator, string subjectType, Func<Guid, IRequest<Result<T>>> look)
        : IHistoryGate
    {
        public string SubjectType => subjectType;

        public async Task<bool> MayReadAsync(Guid id, CancellationToken cancellationToken) =>
            (await mediator.Send(look(id), cancellationToken)).IsSuccess;
    }

    /// <summary>Who looked at somebody and what came in about them is for that person, and for readers of the trail.</summary>
    private sealed class OwnRecordGate(ICurrentUser user) : IHistoryGate
    {
        public string SubjectType => "Employee";

        public Task<bool> MayReadAsync(Guid id, CancellationToken cancellationToken) =>
            Task.FromResult(user.EmployeeId is { } self && self.Value == id);
    }
}
