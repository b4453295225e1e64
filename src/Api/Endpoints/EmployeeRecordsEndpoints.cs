using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>What the other contexts hold of a person; a look at another person is logged.</summary>
public sealed class EmployeeRecordsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var employee = api.MapGroup("/employees/{id:guid}").WithTags("Employees");
        employee
            .MapGet("/trainings", TrainingsAsync)
            .WithName(nameof(ListEmployeeTrainings))
            .WithSummary("List a person's trainings, newest first")
            .WithDescription("One's own, of one's team, or in the units one may see; employee.not_found otherwise.");
        employee
            .MapGet("/certificates", CertificatesAsync)
            .WithName(nameof(ListEmployeeCertificates))
            .WithSummary("List a person's certificates, issued here or brought from elsewhere")
            .WithDescription("One's own, of one's team, or in the units one may see; employee.not_found otherwise.");
        employee
            .MapGet("/documents", DocumentsAsync)
            .WithName(nameof(ListEmployeeDocuments))
            .WithSummary("List the letters and papers of the trainings a person took part in")
            .WithDescription("One's own, of one's team, or in the units one may see; employee.not_found otherwise.");
    }

    private static async Task<Results<Ok<Page<EmployeeTraining>>, JsonHttpResult<Problem>>> TrainingsAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListEmployeeTrainings(id, PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<
        Results<Ok<IReadOnlyList<EmployeeCertificate>>, JsonHttpResult<Problem>>
    > CertificatesAsync(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListEmployeeCertificates(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<EmployeeDocument>>, JsonHttpResult<Problem>>> DocumentsAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListEmployeeDocuments(id), cancellationToken)).ToOk();
}
