using System.Globalization;
using System.Text.Json;

namespace Kindred.Bench;

/// <summary>`kindred scorecard learn` on real files: quality of every mode on the witness's folds, the time split of bank, ten seeds of Salvirt, and the CPU of one training part.</summary>
internal static class CardLearning
{
    // Categories by what a field says about a customer; no points set by people: the order of bins comes from each training part.
    private static readonly (string Category, string Fields)[] Telco =
    [
        ("firmographic", "gender,SeniorCitizen,Partner,Dependents"),
        ("technology", "PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies"),
        ("trigger", "tenure,MonthlyCharges,TotalCharges"),
        ("buyability", "Contract,PaperlessBilling,PaymentMethod"),
    ];

    private static readonly (string Category, string Fields)[] Bank =
    [
        ("firmographic", "age,job,marital,education"), ("technology", "default,balance,housing,loan"), ("trigger", "contact,day,month,campaign"), ("buyability", "pdays,previous,poutcome"),
    ];

    public static void Run()
    {
        if (Scratch.Shared("uci-bank-marketing/bank-full.csv") is not { } bank || Scratch.Shared("ibm-telco-churn/Telco-Customer-Churn.csv") is not { } telco || Scratch.Shared("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv") is not { } salvirt)
        {
            Console.WriteLine("cards: skipped, the real files are not here (set KINDRED_SHARED)");
            return;
        }

        using var scratch = new Scratch();
        var folds = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(bank)!)!)!, "witness", "folds");
        Learn("telco", telco, "Churn=Yes", ["--folds", Path.Combine(folds, "telco.csv"), "--categories", Categories(scratch, "telco.csv", Telco)], 5);
        Learn("bank", bank, "y=yes", ["--ignore", "duration", "--folds", Path.Combine(folds, "bank.csv"), "--categories", Categories(scratch, "bank.csv", Bank)], 5);
        var rows = File.ReadLines(bank).Count() - 1;
        var later = scratch.File("later.csv");
        File.WriteAllLines(later, ["row,fold", .. Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture) + (row >= 0.8 * rows ? ",0" : ",-1"))]);
        Learn("bank, last 20 % of rows", bank, "y=yes", ["--ignore", "duration", "--folds", later, "--mode", "free"], 1);
        var auc = new List<double>();
        for (var seed = 1; seed <= 10; seed++)
        {
            var (_, output, _) = Scratch.Kindred("scorecard", "learn", salvirt, "--target", "Status=Won", "--mode", "free", "--seed", seed.ToString(CultureInfo.InvariantCulture), "--format", "json");
            auc.Add(JsonDocument.Parse(output).RootElement.GetProperty("modes")[0].GetProperty("auc").GetDouble());
        }

        Console.WriteLine($"cards salvirt 10 seeds x 5 folds: mean AUC {auc.Average():0.0000}, lowest {auc.Min():0.0000}, highest {auc.Max():0.0000}");
    }

    private static void Learn(string name, string file, string target, string[] options, int folds)
    {
        // CPU of one training part: the free mode alone, all parts and the card of all rows, divided by their number.
        string[] call = ["scorecard", "learn", file, "--target", target, "--format", "json"];
        var (took, _, _) = Scratch.Kindred([.. call, .. options.TakeWhile(option => option != "--categories"), .. options.Contains("--mode") ? Array.Empty<string>() : ["--mode", "free"]]);
        var (_, output, _) = Scratch.Kindred([.. call, .. options]);
        var root = JsonDocument.Parse(output).RootElement;
        foreach (var mode in root.GetProperty("modes").EnumerateArray())
        {
            double Of(string figure) => mode.GetProperty(figure).GetDouble();
            Console.WriteLine($"cards {name} {mode.GetProperty("mode").GetString(),-8} AUC {Of("auc"):0.0000} ({Of("aucLow"):0.000}-{Of("aucHigh"):0.000}), without lines {Of("aucWithoutLines"):0.0000}, log-loss {Of("logLoss"):0.0000}, Brier {Of("brier"):0.0000}, slope {Of("calibrationSlope"):0.000}, ECE {Of("ece"):0.0000} (limit {Of("eceLimit"):0.0000}), {Of("attributes")} attributes, {Of("lines")} lines");
        }

        Console.WriteLine($"cards {name} caps cost {(root.GetProperty("capsCost") is { ValueKind: JsonValueKind.Number } cost ? cost.GetDouble().ToString("0.0000", CultureInfo.InvariantCulture) : "-")}; free mode alone {took}, {folds + 1} training parts: {took.CpuSeconds / (folds + 1):0.00} s CPU each, reading included");
    }

    private static string Categories(Scratch scratch, string name, (string Category, string Fields)[] categories)
    {
        var path = scratch.File("categories-" + name);
        File.WriteAllLines(path, ["field,category", .. categories.SelectMany(each => each.Fields.Split(',').Select(field => field + "," + each.Category))]);
        return path;
    }
}
