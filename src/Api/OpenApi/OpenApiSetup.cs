using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;
using Pionir.Api.Errors;
using Pionir.Api.Security;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pionir.Api.OpenApi;

internal static class OpenApiSetup
{
    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(
                "v1",
                new OpenApiInfo
                {
                    Title = "Pionir API",
                    Version = "v1",
                    Description =
                        "Competency development for government institutions. Instants are UTC (ISO 8601), dates are "
                        + "calendar dates, JP are lesson hours of 45 minutes. Every refusal is a problem document "
                        + "(RFC 9457) with a stable code and texts in Indonesian and English.",
                    License = new OpenApiLicense { Name = "AGPL-3.0-only", Identifier = "AGPL-3.0-only" },
                }
            );
            foreach (var documentation in Directory.GetFiles(AppContext.BaseDirectory, "Pionir.*.xml"))
            {
                options.IncludeXmlComments(documentation);
            }
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaId);
            options.OperationFilter<ProblemResponses>();
            options.OperationFilter<OptionalFormParts>();
            options.OperationFilter<OptionalBodies>();
            options.DocumentFilter<IdempotencyKeys>();
        });

    /// <summary>Whether the build has started the host only to read its document.</summary>
    public static bool IsBeingDescribed => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <summary>The build starts the host only to read its document: no database is there, nothing may run.</summary>
    public static void LeaveOutBackgroundWorkWhenDescribed(this IServiceCollection services)
    {
        if (IsBeingDescribed)
        {
            services.RemoveAll<IHostedService>();
        }
    }

    /// <summary>Page&lt;EmployeeRow&gt; is published as EmployeeRowPage.</summary>
    private static string SchemaId(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`')]
            : type.Name;

    private sealed class ProblemResponses : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description =
                    "Refused: 400 wrong input, 401 not signed in, 403 not permitted, 404 not found or out of "
                    + "scope, 409 changed by somebody else, 412 stale version, 422 a rule stands against it, 429 too many.",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                    },
                },
            };
        }
    }

    /// <summary>Every change takes the header, so every change says so; described once.</summary>
    private sealed class IdempotencyKeys : IDocumentFilter
    {
        private const string Name = "IdempotencyKey";

        public void Apply(OpenApiDocument document, DocumentFilterContext context)
        {
            document.Components ??= new OpenApiComponents();
            document.Components.Parameters ??= new Dictionary<string, IOpenApiParameter>();
            document.Components.Parameters[Name] = new OpenApiParameter
            {
                Name = IdempotencyGate.Header,
                In = ParameterLocation.Header,
                Description =
                    "Up to 100 visible ASCII characters, new for every act. Sent again within a day by the same user the "
                    + "request is not carried out twice: its first answer comes back, with Idempotency-Replayed. With "
                    + "another body: `idempotency.other_request`; while the first still runs: `idempotency.in_flight`. "
                    + "Without a sign-in it means nothing.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyGate.KeyMaximum },
            };
            var changes = document
                .Paths.SelectMany(path => path.Value.Operations ?? [])
                .Where(operation => operation.Key != HttpMethod.Get && operation.Key != HttpMethod.Head);
            foreach (var (_, operation) in changes)
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameterReference(Name, document));
            }
        }
    }

    /// <summary>Clients generated from the document insist on every form part that does not say it may be null.</summary>
    private sealed class OptionalFormParts : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            IOpenApiMediaType? body = null;
            operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out body);
            if (body?.Schema is not { } form)
            {
                return;
            }
            var optional = form.Properties?.Where(part => form.Required?.Contains(part.Key) != true) ?? [];
            foreach (var part in optional.Select(part => part.Value).OfType<OpenApiSchema>())
            {
                part.Type |= JsonSchemaType.Null;
            }
        }
    }

    /// <summary>What may come without a body is not chosen by its content type, and so says of itself that it has none.</summary>
    private sealed class OptionalBodies : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            if (operation.RequestBody?.Content is not { Count: 0 } content)
                return;
            var body = context.ApiDescription.ParameterDescriptions.Single(one => one.Source == BindingSource.Body);
            content[MediaTypeNames.Application.Json] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository),
            };
        }
    }
}
