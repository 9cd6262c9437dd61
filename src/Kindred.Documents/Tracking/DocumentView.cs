namespace Kindred.Documents.Tracking;

/// <summary>One opening of a document in a browser that ran our script. It counts as nothing before its first beat.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Link">Id of the link.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Version">Version shown.</param>
/// <param name="Viewer">Id of the viewer's session.</param>
/// <param name="StartedAt">By our clock.</param>
/// <param name="Signs">What headers and browser said at the start.</param>
public sealed record DocumentView(string Id, string Link, string Document, int Version, string Viewer, DateTimeOffset StartedAt, OpeningSigns Signs);

/// <summary>What speaks for a person or a program when a view starts.</summary>
/// <param name="Crawler">Known program by its User-Agent, or null.</param>
/// <param name="IsPrefetch">The browser said that nobody asked for it yet (Purpose, Sec-Purpose, X-Moz).</param>
/// <param name="HasLanguage">Whether a language was asked for, as browsers of people do.</param>
/// <param name="IsDriven">Whether the browser says that a program drives it (navigator.webdriver).</param>
/// <param name="HasScreen">Whether the window has a size and the browser a language.</param>
public sealed record OpeningSigns(string? Crawler, bool IsPrefetch, bool HasLanguage, bool IsDriven, bool HasScreen);
