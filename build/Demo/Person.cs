using System.Net;
using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>Somebody signed in, with a browser's cookies, and the clients they work with.</summary>
internal sealed class Person : IDisposable
{
    private readonly HttpClient http;

    private Person(HttpClient http) => this.http = http;

    public SessionClient Session => new(http);
    public UsersClient Users => new(http);
    public UnitsClient Units => new(http);
    public InstitutionClient Institution => new(http);
    public ImportsClient Imports => new(http);
    public JobsClient Jobs => new(http);
    public EmployeesClient Employees => new(http);
    public ReferenceDataClient ReferenceData => new(http);
    public TrainingsClient Trainings => new(http);
    public TrainingsClient Sessions => new(http);
    public TrainingsClient Documents => new(http);
    public ParticipantsClient Participants => new(http);
    public ParticipationClient Participation => new(http);
    public AttendanceClient Attendance => new(http);
    public CompletionClient Completion => new(http);
    public CertificateBatchesClient CertificateBatches => new(http);
    public CertificateVerificationClient Verification => new(http);
    public LearningHoursClient LearningHours => new(http);
    public DemoClient Demo => new(http);

    /// <summary>For files, which are streamed.</summary>
    public HttpClient Http => http;

    public static Person Visitor(Uri address)
    {
        var cookies = new CookieContainer();
        var handler = new BrowserHandler(cookies)
        {
            InnerHandler = new SocketsHttpHandler { CookieContainer = cookies, MaxConnectionsPerServer = 16 },
        };
        return new Person(new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) });
    }

    public static async Task<Person> SignInAsync(
        Uri address,
        string email,
        string password,
        CancellationToken cancellationToken
    )
    {
        var person = Visitor(address);
        // The first answer brings the anti-forgery token that signing in needs.
        await person.Session.GetCurrentUserAsync(cancellationToken);
        await person.Session.SignInAsync(new SignIn { Email = email, Password = password }, cancellationToken);
        await person.Session.GetCurrentUserAsync(cancellationToken);
        return person;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Does what the page does with every request: the anti-forgery token, and a key for each act.</summary>
    private sealed class BrowserHandler(CookieContainer cookies) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method != HttpMethod.Get)
            {
                var token = cookies.GetCookies(request.RequestUri!)["XSRF-TOKEN"]?.Value;
                request.Headers.TryAddWithoutValidation(
                    "X-XSRF-TOKEN",
                    token is null ? "" : Uri.UnescapeDataString(token)
                );
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
            }
            return base.SendAsync(request, cancellationToken);
        }
    }
}
