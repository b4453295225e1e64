using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Signing;

namespace Pionir.Infrastructure.Signing;

/// <inheritdoc cref="IRemotePdfSigner"/>
/// <remarks>
/// <c>POST {address}/api/sign/pdf</c> with a form of file, nik, passphrase and tampilan; the signed PDF or a JSON with
/// <c>status_code</c> comes back. Neither pass phrase nor answer is ever logged.
/// </remarks>
internal sealed partial class RemotePdfSigner(
    IConfiguration configuration,
    IHttpClientFactory clients,
    ILogger<RemotePdfSigner> log
) : IRemotePdfSigner
{
    public const string Client = "RemotePdfSigner";
    private const int AnswerMaximum = 32 * 1024 * 1024;
    private const int WrongPassPhrase = 2031;
    private static readonly int[] UnknownPerson = [2011, 2021];

    private string? Address => configuration["Signing:Remote:Address"];

    public bool IsConfigured => !string.IsNullOrEmpty(Address);

    public async Task<RemoteAnswer> SignAsync(
        string fileName,
        byte[] paper,
        string person,
        string passPhrase,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var client = clients.CreateClient(Client);
            client.MaxResponseContentBufferSize = AnswerMaximum;
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(paper), "file", fileName },
                { new StringContent(person), "nik" },
                { new StringContent(passPhrase), "passphrase" },
                { new StringContent("invisible"), "tampilan" },
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address!.TrimEnd('/')}/api/sign/pdf")
            {
                Content = form,
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials());
            using var answer = await client.SendAsync(request, cancellationToken);
            if ((int)answer.StatusCode >= 500)
                return Refused(RemoteRefusal.Unavailable);
            var content = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer.IsSuccessStatusCode ? Signed(paper, content) : Refused(Reason(content));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            NoAnswer(log, failure.GetType().Name);
            return Refused(RemoteRefusal.Unavailable);
        }
    }

    /// <summary>What comes back must begin with what was sent and carry one signature that holds over all of it.</summary>
    private static RemoteAnswer Signed(byte[] paper, byte[] file)
    {
        var signatures = new PaperInspector().Read(file).Signatures;
        return
            file.AsSpan().StartsWith(paper)
            && signatures is [{ State: SignatureState.Valid } signature]
            && signature.End == file.Length
            ? new RemoteAnswer(file, null)
            : Refused(RemoteRefusal.Rejected);
    }

    private static RemoteRefusal Reason(byte[] content)
    {
        try
        {
            using var said = JsonDocument.Parse(content);
            var code =
                said.RootElement.TryGetProperty("status_code", out var number) && number.TryGetInt32(out var value)
                    ? value
                    : 0;
            return code == WrongPassPhrase ? RemoteRefusal.WrongPassPhrase
                : UnknownPerson.Contains(code) ? RemoteRefusal.UnknownPerson
                : RemoteRefusal.Rejected;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return RemoteRefusal.Rejected;
        }
    }

    private static RemoteAnswer Refused(RemoteRefusal refusal) => new(null, refusal);

    private string Credentials() =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{configuration["Signing:Remote:User"]}:{configuration["Signing:Remote:Password"]}")
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing service did not answer: {Failure}.")]
    private static partial void NoAnswer(ILogger log, string failure);
}
