using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>Two people at one profile: nobody changes or signs what they have not seen.</summary>
internal static class VersionChecks
{
    /// <summary>Why a change does not fit any more; null when the version is still the one that was looked at.</summary>
    public static Reason? Moved(ProfileDocument document, int looked) => document.Version == looked ? null : new Reason("profiles.version-moved", Format.Whole(looked), new Wording(
        $"보고 계시던 것은 v{Format.Whole(looked)}인데 그사이 v{Format.Whole(document.Version)}이 나왔어요. 새 버전을 확인하고 다시 해 주세요.",
        $"You were looking at v{Format.Whole(looked)}; v{Format.Whole(document.Version)} has come out since. Look at the new version and do it again."));
}
