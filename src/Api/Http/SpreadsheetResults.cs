using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

public static class SpreadsheetResults
{
    /// <summary>The table is made while it is sent, so that its size costs no memory.</summary>
    public static Results<PushStreamHttpResult, JsonHttpResult<Problem>> ToFile(
        this Result<SpreadsheetFile> result,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken
    ) =>
        result.IsSuccess
            ? TypedResults.Stream(
                target => writer.WriteAsync(target, result.Value.Format, result.Value.Sheet, cancellationToken),
                result.Value.ContentType,
                result.Value.FileName
            )
            : Problems.From(result.Errors);
}
