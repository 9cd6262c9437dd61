using System.CommandLine;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>The table of contents of the command line.</summary>
internal static class Verbs
{
    public static IEnumerable<Command> All(Language language) =>
    [
        BuildVerb.Create(language),
        ImportVerb.Create(language),
        MineVerb.Create(language),
        ScorecardVerb.Create(language),
        ScoreVerb.Create(language),
        LeadsVerb.Create(language),
        LeadVerb.Create(language),
        RouteVerb.Create(language),
        CrmVerb.Create(language),
        WatchVerb.Create(language),
        IcpVerb.Create(language),
        CustomersVerb.Create(language),
        ReadingVerb.Create(language),
        PersonasVerb.Create(language),
        CampaignsVerb.Create(language),
        SegmentsVerb.Create(language),
        HealthVerb.Create(language),
        TiersVerb.Create(language),
        LookalikeVerb.Create(language),
        SurvivalVerb.Create(language),
        CoxVerb.Create(language),
        ReviewVerb.Create(language),
        NoteVerb.Create(language),
        MarketVerb.Create(language),
        StandardsVerb.Create(language),
        WorksheetVerb.Create(language),
        DocumentsVerb.Create(language),
        DoctorVerb.Create(language),
        SampleVerb.Create(language),
    ];
}
