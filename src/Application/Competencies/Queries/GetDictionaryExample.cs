using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Queries;

/// <summary>The product's own dictionary as a file: an example of the form, and a start for an institution without one.</summary>
[Requires(Permission.DictionaryEdit)]
public sealed record GetDictionaryExample : IQuery<Stream>;

internal sealed class GetDictionaryExampleHandler : IRequestHandler<GetDictionaryExample, Result<Stream>>
{
    public Task<Result<Stream>> Handle(GetDictionaryExample request, CancellationToken cancellationToken) =>
        Task.FromResult(Result<Stream>.Success(DefaultDictionary.Open()));
}
