using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Pionir.Api.Http;

/// <summary>Public reads that other institutions' systems keep: a tag to ask again with, and how long to keep it.</summary>
internal static class PublicCache
{
    /// <summary>Sets tag and life time. True when the caller has this version already and 304 is the answer.</summary>
    /// <param name="isPublic">False for what only this user may see.</param>
    public static bool IsFresh(this HttpContext context, string version, bool isPublic, TimeSpan keep)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var tag = new EntityTagHeaderValue($"\"{version}-{language}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue
        {
            Public = isPublic,
            Private = !isPublic,
            MaxAge = isPublic ? keep : TimeSpan.Zero,
        };
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }
}
