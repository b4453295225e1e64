namespace Pionir.Application.Common;

/// <summary>What several use cases of one context share; found by scan and made once a request.</summary>
public interface IApplicationPart;
