using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Reports;

namespace Kindred.Web.Icp;

/// <summary>The report of a profile, written once a language and kept as long as the profile: pages take its sections.</summary>
internal static class IcpReports
{
    private static readonly ConditionalWeakTable<ProfileDocument, Lazy<ReportPage>[]> Written = [];

    public static ReportPage Of(ProfileDocument document, Language language) =>
        Written.GetValue(document, static one => [.. Enum.GetValues<Language>().Select(language => new Lazy<ReportPage>(() => IcpReport.Page(one, language)))])[(int)language].Value;
}
