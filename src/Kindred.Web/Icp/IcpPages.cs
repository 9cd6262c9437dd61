using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Web.Hosting;

namespace Kindred.Web.Icp;

/// <summary>The profile: the verdict's sentence, its conditions and their evidence.</summary>
internal static class IcpPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("icp", Permission.Look, request => request.Snapshot.Profile is { } profile ? request.View<IcpPage>(new IcpModel(profile)) : request.View<NoIcpPage>());
    }
}

/// <summary>The ICP page.</summary>
/// <param name="Profile">The version shown.</param>
public sealed record IcpModel(ProfileDocument Profile);
