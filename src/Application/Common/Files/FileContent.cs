namespace Pionir.Application.Common.Files;

/// <summary>A file on its way to somebody who may have it.</summary>
/// <param name="Hash">Of the content; the entity tag of the answer.</param>
public sealed record FileContent(Stream Content, string Name, string ContentType, string Hash);
