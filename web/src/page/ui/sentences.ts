/** One sentence for each control and reading, shown as its tooltip; they come with the first tooltip. */
import type { Experiment } from "../../../../bindings/backprop";
import type { View } from "../state/place";

export const fieldExplanations: Record<keyof Experiment, string> = {
  data: "Points of several classes, each with a colour of its own: the network learns to tell them apart. Other data begin a new run.",
  classes: "How many classes the points have; the output layer gets a neuron for each. Another number begins a new run.",
  points: "How many points there are in the training, validation and test sets together.",
  noise: "How far, on average, each point is pushed off its place; the same points move, no new ones are drawn.",
  labelNoise:
    "The share of points that get the wrong class; where values are predicted, the size of the error that is added to them. 0 is off.",
  dataSeed: "Draws another set of points of the same kind, and begins a new run.",
  own: "Points of your own, each with a class or a value; other points begin a new run.",
  training: "The share of the points that the network learns from: weights and biases are fitted to these alone.",
  validation:
    "The share of the points that show how well the network does on points it has not learned from; use them to tune settings. What is left is the test set, for the final judgement.",
  features: "What the network is told about a point: its coordinates, or functions of them that make its task easier.",
  layers:
    "How many layers of neurons lie between the input and the output; each builds its features from those of the layer before.",
  activations:
    "The function σ that each neuron of this layer applies to its weighted input z; with linear ones alone, all layers together make a single straight cut.",
  output:
    "The function of the output layer: tanh answers between −1 and 1, sigmoid between 0 and 1, linear anything, and softmax gives each class a probability.",
  initializer:
    "How the first weights are drawn: too large ones saturate neurons, too small ones stop the error on its way back, equal ones make all neurons of a layer the same. Another choice begins a new run.",
  biasInitializer:
    "How the first biases are drawn; it matters little, because the first steps set them right. Another choice begins a new run.",
  seed: "Draws other initial weights and another order of the examples, and begins a new run.",
  cost: "What training makes small: how far the outputs a are from the desired ones y, averaged over the examples.",
  l1: "Adds λ Σ |w| to the cost: all weights are pulled towards 0 with the same strength, and needless ones end there. 0 is off.",
  l2: "Adds λ/2 Σ w² to the cost: large weights are pulled towards 0 more strongly than small ones. 0 is off.",
  dropout:
    "The share of hidden neurons that is left out, for each example at random, so that none can rely on another. 0 is off.",
  optimizer: "How the gradient becomes a step: straight down, with momentum, or with a length of its own for each parameter.",
  learningRate:
    "η scales each step against the gradient, w → w − η ∂C/∂w: too small learns slowly, too large overshoots and can diverge.",
  momentum: "μ, the share of the last step's velocity that is kept, in momentum and Nesterov momentum.",
  smoothing: "α of RMSProp: how slowly its mean of the squared gradients forgets.",
  beta1: "How slowly Adam's mean of the gradients forgets.",
  beta2: "How slowly Adam's mean of the squared gradients forgets.",
  weightDecay: "AdamW's: the share of each weight, times η, that every step takes away. 0 is off.",
  schedule: "How the learning rate changes from epoch to epoch.",
  scheduleFactor:
    "f of the schedule: what step and exponential multiply η by, the share of η that cosine ends with and warm-up begins with.",
  scheduleEpochs: "T of the schedule, in epochs: between steps, to cosine's lowest point, or of warm-up.",
  clipNorm: "A gradient longer than this is shortened to it, so that no single step runs away; 0 is off: no limit.",
  batchSize:
    "m, how many training examples each iteration averages its gradient over: 1 is stochastic gradient descent in its purest form, a few are a mini-batch, all of them make it gradient descent.",
  stopEpochs: "Training ends after so many epochs; 0 is off.",
  targetCost: "Training ends when the training cost is no larger than this; 0 is off.",
  patience: "Training ends when the validation cost has not improved for so many epochs; 0 is off.",
  restoreBest: "When patience ends, the weights and biases go back to where the validation cost was lowest.",
  gradientBound: "Training ends when the gradient over the training set is shorter than this: the cost is flat; 0 is off.",
};

const viewExplanations: Record<View, string> = {
  play: "The whole experiment at a glance: data, network, output and cost.",
  microscope: "One iteration, step by step, with every number of the four equations.",
  proofs: "Why the four equations hold: each proof line by line, with this network's numbers on both sides.",
  gradients: "How the error shrinks or grows on its way through the layers, and why.",
  landscape: "The cost over two of the weights, and the way that training walks down it.",
  folding: "How the layers bend the plane until a straight cut parts the classes.",
  compare: "Two networks that differ in one thing, trained in step on the same data, side by side.",
};

export const explanations = {
  more: "All other settings: initial weights, optimiser, penalties, dropout, schedule, when to stop.",
  classification:
    "Each point has a class, shown by its colour: the network learns to tell the classes apart. Going there begins a new run.",
  regression: "Each point has a value, shown by its colour: the network learns to predict it. Going there begins a new run.",
  penalty: "What the L1 and L2 penalties add to each of the costs below.",

  play: "Start or pause training (space bar).",
  iteration: "Train on one mini-batch: one pass forward, one back, one update of all weights and biases.",
  epoch: "Train to the end of this epoch: one complete pass through the training set.",
  trainOn: "Train for so many epochs, or until it can’t improve, and rest then.",
  epochsOn: "How many epochs to train in one go, as fast as this device can.",
  toTheEnd: "Train as fast as this device can, until one of these rules says why to stop.",
  reset:
    "Go back to the same initial weights, to run the same experiment again; weights set by hand get their first values, and frozen ones learn again.",
  newSeed: "Begin a new run from other random initial weights; the seed is part of the link.",
  newPoints: "Draw other points of the same kind and begin a new run; their seed is part of the link.",
  goOnHidden:
    "Usually training waits while this page is hidden behind another tab, and goes on when you come back; with this it never waits. The choice stays in this browser and is no part of the link.",
  speed: "How many iterations Play performs each second; at full speed, as many as this device can.",
  lessons: "A short course beside the page, which it operates: from a first neuron to the proofs of the four equations.",
  presets: "Ready experiments that each show something, with one sentence on what to watch.",
  help: "What the pictures on this page mean, in a few short paragraphs.",
  kept: "Your own run is kept while you look at this one: goes on with it, just as you left it.",
  share:
    "A link with all settings, which starts this experiment from its beginning in any browser; and a box that opens any such link.",
  epochs: "Complete passes through the training set so far.",
  iterations: "Mini-batches learned from so far: one forward and one backward pass each.",
  addLayer: "Add a hidden layer before the output; its weights begin anew, all others stay as they are.",
  removeLayer: "Remove the last hidden layer; all other weights stay as they are.",
  depth: "The number of hidden layers: drag it, or use the arrow keys. Layers that stay keep what they have learned.",
  neurons: "The number of neurons in this layer: drag it, or use the arrow keys. Those that stay keep what they have learned.",
  addNeuron: "Add a neuron to this layer; the others keep what they have learned.",
  removeNeuron: "Remove the last neuron of this layer; the others keep what they have learned.",
  features:
    "What else the network may be told about a point: squares, a product, waves, the distance from the middle. The links of inputs that stay keep what they have learned.",
  takeOut: "Take this input out (Delete); the others keep what they have learned.",
  layersBox:
    "The neurons of each hidden layer, such as 8,8,4; empty is none. Neurons and layers that stay keep what they have learned.",
  skip: "Past the links of the header, to what is open: on the first page, to Play.",
  goOn: "The network goes on there: press this, scroll sideways, or go from neuron to neuron with the arrow keys.",
  formula: "The network written out as one function; point at a symbol to see its place in the drawing.",
  strip:
    "Every neuron of this layer, small; point at one to see it large, click to keep it there. The arrow keys go through them.",
  editNeuron: "Opens the editor of this neuron’s bias, from which its weights are reached as well.",
  letGo: "Lets the neuron go: the plane shows the output again.",
  parameterValue: "Type a value and press Enter; it counts at once, and training goes on from it.",
  parameterZero: "Set it to 0: a weight of 0 is as good as no link.",
  freeze: "Training leaves a frozen weight or bias exactly as it is, and moves the others around it; Reset frees it.",
  parameterGradient:
    "How the cost of the next mini-batch changes with it, and what the next iteration will add to it; 0 while it is frozen.",
  test: "What training and validation leave over: use it once, at the end, to judge the result.",
  ownPoints: "Draw points on the plane, paste them or read them from a file, and train on them.",
  dataDetails: "Label noise, the seed, what the three sets are for, and these points as a file.",
  downloadData:
    "Saves the points with their sets as a CSV file, which “Own points” reads back, and other programs read as well.",
  splitSeed: "Deals the points into the three sets another way; they themselves stay as they are.",
  sealing:
    "A test set judges only while nobody tunes by it: sealed, its cost and points are hidden until you open it, and the page counts what you change from then on, settings or weights.",
  restoreData: "Puts back the data that were in use before yours, and begins a new run.",
  openTest:
    "Shows the cost, accuracy and points of the test set. Do it once, when you have chosen all settings: what you tune by, you have begun to learn from.",
  tuned:
    "How often a setting, or a weight by hand, was changed after you had seen the test set: each time it becomes more like a validation set, and flatters the network. Other points bring a test set that nobody has seen.",
  curve:
    "The cost at the end of each epoch, beyond epoch 64 of ever fewer of them; point at the curve, or use the arrow keys, to read its values.",
  fingerprint:
    "A short name for the exact bits of all weights and biases: the same settings from the start, and as many iterations, give the same fingerprint in every browser.",
  welcome: "A few steps beside the page, which they set up for you, suffice for the four equations of backpropagation.",
  dismissWelcome: "Takes this line away for good.",
  classFigures: "Which classes are taken for which, and histograms of every layer: measured while they are open.",
  valueFigures: "Predicted against actual values, and histograms of every layer: measured while they are open.",
  curveChoices: "Cost or accuracy, on a logarithmic or linear scale, by epoch or iteration, with the penalty or without.",
  discretize: "Show the decision alone, without the shades that tell how sure the network is of it.",
  zoomOut: "Show more of the plane: − on the keyboard, a wheel or two fingers on the plane do it too.",
  unpin: "Shows again what the whole network answers, in place of the neuron that was chosen.",
  zoomIn: "Look closer: + on the keyboard, a wheel or two fingers on the plane do it too. Drag the plane to move it.",
  atHand: "The output as it is now; a press leads back to it.",
  wholePlane: "Back to the whole plane: 0 on the keyboard or a double click on the plane do it too.",
  trainingMark: "The points that the network learns from are discs.",
  validationMark: "The points by which one chooses settings are squares.",
  testMark: "The points of the final judgement are diamonds.",
  sealedMark: "The points of the final judgement are diamonds; they are hidden while the test set is sealed.",
  answerScale: "The colour of what the neuron answers; along the line on the plane it is undecided.",
  predictionScale:
    "The colour of a predicted value; the ends are the data's smallest and largest. Along each line on the plane the prediction is the same: one every",
  classScale:
    "The classes' colours are mixed by how probable the network finds them: the paler a place, the less is decided. Lines part the places where another class is the most probable.",
} as const;

const prefixed = (prefix: string, of: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([name, sentence]) => [`${prefix}.${name}`, sentence]));

const sentences: Record<string, string> = {
  ...explanations,
  ...prefixed("field", fieldExplanations),
  ...prefixed("view", viewExplanations),
};

/** A tip in full: §play and the like stand for sentences; see explanations.ts. */
export const inFull = (tip: string): string => tip.replace(/§([\w.]+)/g, (_, name: string) => sentences[name] ?? "");
