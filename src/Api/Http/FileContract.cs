using System.Net.Mime;

namespace Pionir.Api.Http;

/// <summary>How the contract tells of downloads: a binary body, so that generated clients hand out a blob.</summary>
internal static class FileContract
{
    public const string Calendar = "text/calendar";
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Whatever people may upload as evidence: the answer says which it is.</summary>
    public static readonly string[] Evidence =
    [
        MediaTypeNames.Application.Pdf,
        MediaTypeNames.Image.Jpeg,
        MediaTypeNames.Image.Png,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ];

    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.Produces<Stream>(StatusCodes.Status200OK, contentTypes[0], contentTypes[1..]);
}
