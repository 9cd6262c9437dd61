using System.Globalization;
using Kindred.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int Whole(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
string Word(int index) => args.Length > index ? args[index] : "";
var speed = new (string Name, Action Run)[] { ("help", CommandSpeed.Help), ("mine", MiningSpeed.Run), ("prove", ProofSpeed.Run), ("typing", TableSpeed.Type), ("import", TableSpeed.Import), ("score", ScoreSpeed.Run), ("explain", ScoreSpeed.Explain), ("cards", CardLearning.Run), ("survival", SurvivalSpeed.Run), ("segments", SegmentSpeed.Run), ("build", CommandSpeed.Build), ("pages", PageSpeed.Run) };
switch (Word(0))
{
    case "":
        foreach (var (_, run) in speed)
        {
            run();
        }

        return 0;
    case "beats":
        await BeatSpeed.RunAsync();
        return 0;
    case "large":
        TableSpeed.Large();
        return 0;
    case "nulls":
        NullRuns.Run(Whole(1, 200), Word(2), Whole(3, 1));
        return 0;
    case "power":
        PowerRuns.Run(Whole(1, 100), Whole(2, 1));
        return 0;
    case "coverage":
        CoverageRuns.Run(Whole(1, 1000), Whole(2, 1));
        return 0;
    case "reviews":
        ReviewRuns.Run(Whole(1, 500), Whole(2, 2000), Whole(3, 1));
        return 0;
    case "alike":
        AlikeRuns.Run(Whole(1, 20), Whole(2, 1));
        return 0;
    case "churn":
        ChurnRuns.Run(Whole(1, 20), Whole(2, 1));
        return 0;
    case "planted":
        PlantedTruth.Run(Whole(1, 20), Enum.Parse<Kindred.Sample.SampleStory>(Word(2).Length > 0 ? Word(2) : "good", ignoreCase: true), Whole(3, 1), Word(4) == "detail");
        return 0;
    case var name when Array.FindIndex(speed, known => known.Name == name) is >= 0 and var at:
        speed[at].Run();
        return 0;
    default:
        Console.Error.WriteLine("Usage: ./dev bench [help | mine | prove | typing | import | score | cards | survival | segments | build | pages] | beats | large | nulls [runs] [salvirt|telco|accounts] [first seed] | power [runs] [first seed] | coverage [companies] [seed] | churn [companies] [first seed] | alike [companies] [first seed] | reviews [quarters] [trials] [first seed] | planted [seeds] [good|small|none] [first seed] [detail]");
        return 2;
}
