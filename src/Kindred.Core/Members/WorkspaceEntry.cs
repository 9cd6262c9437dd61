namespace Kindred.Core.Members;

/// <summary>A workspace in the list of the site. Its data lies apart, in a folder of its own.</summary>
/// <param name="Id">Random name.</param>
/// <param name="Name">What people read.</param>
/// <param name="Folder">Name of its sub-folder; made from the id, never from what somebody typed.</param>
/// <param name="IsInvented">Holds the sample company; every page says so, and visitors may look.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record WorkspaceEntry(WorkspaceId Id, string Name, string Folder, bool IsInvented, DateTimeOffset CreatedAt);
