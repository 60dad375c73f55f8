import java.util.Scanner;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

/**
 * What DKPro Statistics says of studies on the standard input: `study <raters> <begin> <length>`, then lines
 * `<rater> <offset> <length> <label>`, then `end`. A line of JSON for each: the alpha of all labels, and of each.
 */
public class AlphaU {
    public static void main(String[] arguments) {
        Scanner in = new Scanner(System.in, "UTF-8");
        while (in.hasNext()) {
            in.next();
            UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(in.nextInt(), in.nextLong(), in.nextLong());
            for (String word = in.next(); !word.equals("end"); word = in.next()) {
                study.addUnit(in.nextLong(), in.nextLong(), Integer.parseInt(word), in.next());
            }
            KrippendorffAlphaUnitizingAgreement alpha = new KrippendorffAlphaUnitizingAgreement(study);
            StringBuilder labels = new StringBuilder();
            for (Object label : study.getCategories()) {
                labels.append(labels.length() == 0 ? "" : ", ");
                labels.append("\"" + label + "\": " + alpha.calculateCategoryAgreement(label));
            }
            System.out.println("{\"all\": " + alpha.calculateAgreement() + ", \"labels\": {" + labels + "}}");
        }
    }
}
