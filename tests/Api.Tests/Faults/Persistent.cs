using System.Net;
using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>
/// Sends a request as a careful program does: under one Idempotency-Key, again and again, until somebody lives who says
/// how it went.
/// </summary>
internal sealed class Persistent(PageClient page, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <returns>The answer; null when it was carried out and the answer got lost with the process.</returns>
    public async Task<JsonElement?> PostAsync(string path, Func<HttpContent?>? body = null)
    {
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path)
                {
                    Content = body?.Invoke(),
                };
                request.Headers.Add("Idempotency-Key", key);
                using var response = await page.Http.SendAsync(request, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text);
                }
                if (response.StatusCode == HttpStatusCode.Conflict && text.Contains("idempotency.answer_lost"))
                {
                    return null;
                }
                if (!IsPassing(response.StatusCode, text))
                {
                    throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                // Killed, or not up again yet.
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status, string text) =>
        (int)status >= 500 || text.Contains("idempotency.in_flight", StringComparison.Ordinal);
}
