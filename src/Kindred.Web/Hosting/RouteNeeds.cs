using Kindred.Core.Members;

namespace Kindred.Web.Hosting;

/// <summary>What a route asks of whoever calls it. Every route carries one; a route without one is not served, and a test fails.</summary>
/// <param name="Permission">Needed in the workspace of the address; null outside workspaces.</param>
/// <param name="IsOpen">Answers anybody on this computer, session or not.</param>
public sealed record RouteNeeds(Permission? Permission, bool IsOpen)
{
    /// <summary>Served to strangers too, at the public address.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Anybody, wherever they are: what a link leads to.</summary>
    public static RouteNeeds Stranger { get; } = new(null, true) { IsPublic = true };

    /// <summary>Anybody on this computer.</summary>
    public static RouteNeeds Nothing { get; } = new(null, true);

    /// <summary>A session, a member's or a visitor's.</summary>
    public static RouteNeeds Session { get; } = new(null, false);
}
