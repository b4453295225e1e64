using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates.Queries;
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
        services.AddGate("Employee", id => new GetEmployeeHistory(id));
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
}
