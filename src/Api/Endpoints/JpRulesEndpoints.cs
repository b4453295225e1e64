using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.LearningHours.Commands;
using Pionir.Application.LearningHours.Queries;
using Pionir.Application.LearningHours.Rules;
using Pionir.Domain.LearningHours;

namespace Pionir.Api.Endpoints;

public sealed class JpRulesEndpoints : IEndpoints
{
    private const string Codes =
        "Refusals: jp_rule.form_not_found, reference_item.value_missing, value_out_of_range, value_without_effect, "
        + "one_of_two, citation_missing";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/jp/calculation", CalculateAsync)
            .WithTags("JpRules")
            .WithName(nameof(CalculateJp))
            .WithSummary("What an activity would give, step by step; nothing is kept")
            .WithDescription(
                "For other systems too. By the rule that holds on the last day; an unconfirmed rule says so. "
                    + "Refusals: jp_rule.form_not_found."
            );
        var rules = api.MapGroup("/jp-rules").WithTags("JpRules");
        rules
            .MapGet("/", ListAsync)
            .WithName(nameof(ListJpRules))
            .WithSummary("How each form of development turns into JP on a day, and what rests on it");
        rules
            .MapGet("/{code}", GetAsync)
            .WithName(nameof(GetJpRule))
            .WithSummary("The rules of one form, with every wording each ever had")
            .WithDescription("Refusals: jp_rule.form_not_found.");
        rules
            .MapGet("/{code}/preview", PreviewAsync)
            .WithName(nameof(PreviewJpRuleChange))
            .WithSummary("Dry run of another rule: which trainings, how many people, which JP")
            .WithDescription(
                "Says beforehand why it could not be published (`obstacle`). Entries in the ledger never change. "
                    + Codes
                    + "."
            );
        rules
            .MapGet("/{code}/preview/people", PeopleAsync)
            .WithName(nameof(ListJpRuleChangePeople))
            .WithSummary("The people of the dry run, training by training")
            .WithDescription(Codes + ".");
        rules
            .MapGet("/{code}/preview/people/export", ExportAsync)
            .WithName(nameof(ExportJpRuleChange))
            .WithSummary("Download the people of the dry run as XLSX or CSV")
            .WithDescription(Codes + ".")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        rules
            .MapPost("/{code}/versions", PublishAsync)
            .WithName(nameof(PublishJpRule))
            .WithSummary("Put a rule into force from a day on, as it was previewed")
            .WithDescription(
                "If-Match is the preview's edition. The rule until then ends on the day before. "
                    + Codes
                    + ", jp_rule.nothing_differs, jp_rule.reaches_back (what was posted is not counted again), "
                    + "jp_rule.preview_outdated."
            );
    }

    private static async Task<Results<Ok<JpCalculationView>, JsonHttpResult<Problem>>> CalculateAsync(
        CalculateJp body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static async Task<Results<Ok<JpRuleList>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        DateOnly? on = null
    ) => (await mediator.Send(new ListJpRules(on), cancellationToken)).ToOk();

    private static async Task<Results<Ok<JpRuleDetail>, JsonHttpResult<Problem>>> GetAsync(
        string code,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetJpRule(code), cancellationToken)).ToOk(context, detail => (uint)detail.Edition);

    private static async Task<Results<Ok<JpRulePreview>, JsonHttpResult<Problem>>> PreviewAsync(
        string code,
        [AsParameters] JpRuleParameters draft,
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new PreviewJpRuleChange(code, draft.ToDraft(), PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<Page<JpRulePerson>>, JsonHttpResult<Problem>>> PeopleAsync(
        string code,
        [AsParameters] JpRuleParameters draft,
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListJpRuleChangePeople(code, draft.ToDraft(), PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        string code,
        [AsParameters] JpRuleParameters draft,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportJpRuleChange(code, draft.ToDraft(), format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<JpRulePublished>, JsonHttpResult<Problem>>> PublishAsync(
        string code,
        NewJpRule body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new PublishJpRule(
                    code,
                    new JpRuleDraft(body.Values, body.ValidFrom, body.Citation, body.Confirmed),
                    body.Reason,
                    body.Fingerprint,
                    EntityTags.Parse(ifMatch)
                ),
                cancellationToken
            )
        ).ToOk(context, published => (uint)published.Edition);
}

/// <param name="ValidFrom">First day of the rule.</param>
/// <param name="Jp">Amount per activity or meeting.</param>
/// <param name="CapPerDay">Most JP that one day can bring.</param>
/// <param name="MeetingsPerMonth">Most meetings of a month that count.</param>
/// <param name="InternationalJp">Amount instead, when held abroad.</param>
/// <param name="InternationalPercent">Added when held abroad, in percent.</param>
/// <param name="Citation">Regulation and article.</param>
/// <param name="Confirmed">Whether an official has compared it with its source.</param>
public sealed record JpRuleParameters(
    [FromQuery(Name = "validFrom")] DateOnly ValidFrom,
    [FromQuery(Name = "basis")] JpBasis Basis,
    [FromQuery(Name = "jp")] int? Jp = null,
    [FromQuery(Name = "capPerDay")] int? CapPerDay = null,
    [FromQuery(Name = "meetingsPerMonth")] int? MeetingsPerMonth = null,
    [FromQuery(Name = "internationalJp")] int? InternationalJp = null,
    [FromQuery(Name = "internationalPercent")] int? InternationalPercent = null,
    [FromQuery(Name = "citation")] string? Citation = null,
    [FromQuery(Name = "confirmed")] bool Confirmed = false
)
{
    internal JpRuleDraft ToDraft() =>
        new(
            new JpRuleTerms(Basis, Jp, CapPerDay, MeetingsPerMonth, InternationalJp, InternationalPercent),
            ValidFrom,
            Citation,
            Confirmed
        );
}

/// <param name="Reason">Why it changes; kept in the history.</param>
/// <param name="Fingerprint">Of the preview that was looked at.</param>
public sealed record NewJpRule(
    JpRuleTerms Values,
    DateOnly ValidFrom,
    string? Citation,
    bool Confirmed,
    string Reason,
    string Fingerprint
);
